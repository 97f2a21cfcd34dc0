// Package judge measures how good a search is, on queries whose right answers are known.
//
// A query has codes that are right (grade 2: any of them may come first) and codes that are acceptable (grade 1). For each
// kind of query and each language it gives
//
//	success@1  the part of queries whose first result is right
//	success@5  the part with a right one among the first five
//	MRR@10     the mean of 1/rank of the first right one, 0 beyond the tenth
//	nDCG@10    the mean of the discounted gain of the first ten, with gains 2^grade-1 and discount 1/log2(rank+1), as a part
//	           of the best that there is (Järvelin and Kekäläinen, 2002)
//
// and for queries that have no answer the part for which nothing is claimed to be found.
package judge

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
)

// NoAnswer is the kind of queries for which nothing is to be found.
const NoAnswer = "no-answer"

// Query is a query with its right answers, as codes.
type Query struct {
	Text string   `json:"q"`
	Lang string   `json:"lang"` // that the reader reads
	Kind string   `json:"kind"`
	Want []string `json:"want"`
	OK   []string `json:"ok"`
	Part string   `json:"part"` // of the document, to tell what the search was tuned on from what it was not
}

// Read reads queries, one JSON object a line.
func Read(r io.Reader) (list []Query, err error) {
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 1<<20)
	for line := 1; scan.Scan(); line++ {
		if len(scan.Bytes()) == 0 {
			continue
		}
		var q Query
		if err := json.Unmarshal(scan.Bytes(), &q); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		if (len(q.Want) == 0) != (q.Kind == NoAnswer) {
			return nil, fmt.Errorf("line %d: a query of kind %q with %d right answers", line, q.Kind, len(q.Want))
		}
		list = append(list, q)
	}
	return list, scan.Err()
}

// Score is the measure of some queries. For those without an answer Success1 is the part for which nothing was found.
type Score struct {
	Queries                       int
	Success1, Success5, MRR, NDCG float64
}

// One measures the answer to one query: codes, the best first.
func One(q Query, codes []string) Score {
	s := Score{Queries: 1}
	if q.Kind == NoAnswer {
		if len(codes) == 0 {
			s = Score{1, 1, 1, 1, 1}
		}
		return s
	}
	for i, c := range codes[:min(len(codes), 10)] {
		if !slices.Contains(q.Want, c) {
			continue
		}
		s.MRR = 1 / float64(i+1)
		if i == 0 {
			s.Success1 = 1
		}
		if i < 5 {
			s.Success5 = 1
		}
		break
	}
	s.NDCG = gain(q, codes) / best(q)
	return s
}

func gain(q Query, codes []string) (sum float64) {
	for i, c := range codes[:min(len(codes), 10)] {
		g := 0.0
		switch {
		case slices.Contains(codes[:i], c): // told twice is told once
		case slices.Contains(q.Want, c):
			g = 3
		case slices.Contains(q.OK, c):
			g = 1
		}
		sum += g / math.Log2(float64(i+2))
	}
	return sum
}

// best is the gain of all right answers followed by all acceptable ones.
func best(q Query) float64 {
	return gain(q, append(slices.Clone(q.Want), q.OK...))
}

// Mean is the mean of scores.
func Mean(list []Score) (m Score) {
	for _, s := range list {
		m.Queries += s.Queries
		m.Success1 += s.Success1
		m.Success5 += s.Success5
		m.MRR += s.MRR
		m.NDCG += s.NDCG
	}
	n := float64(max(1, len(list)))
	m.Success1, m.Success5, m.MRR, m.NDCG = m.Success1/n, m.Success5/n, m.MRR/n, m.NDCG/n
	return m
}
