package search

import "slices"

// all are the unit's terms with its tail.
func (u unit) all() []string {
	if u.tail == "" {
		return u.terms
	}
	return append(u.terms[:len(u.terms):len(u.terms)], u.tail)
}

// tailWorth is what the end of a Korean word of two syllables is worth; of longer words it is worth less.
const tailWorth = 0.4

// answered is how much of a unit a passage has, from 0 to 1.
func (u unit) answered(p passage) float64 {
	best := 0.0
	if n := len(u.terms); n > 0 {
		have, weight, all := 0, 0.0, 0.0
		for i, t := range u.terms {
			all += u.weights[i]
			if p.terms[t] {
				have++
				weight += u.weights[i]
			}
		}
		switch {
		case have == n && u.tail != "" && !p.terms[u.tail]:
			best = 1 - tailWorth/float64(n)
		case have == n:
			best = 1
		case u.loose && all > 0:
			best = weight / all
		}
	}
	if len(u.parts) > 0 && best < 0.8 && !slices.ContainsFunc(u.parts, func(t string) bool { return !p.terms[t] }) {
		best = 0.8
	}
	for _, a := range u.alts {
		if best >= a.worth || len(a.units) == 0 {
			continue
		}
		sum := 0.0
		for _, one := range a.units {
			sum += one.answered(p)
		}
		best = max(best, a.worth*sum/float64(len(a.units)))
	}
	return best
}

// says notes the terms of a passage that a unit has.
func (u unit) says(p passage, said map[string]bool) {
	for _, t := range u.all() {
		if p.terms[t] {
			said[t] = true
		}
	}
	for _, a := range u.alts {
		for _, one := range a.units {
			one.says(p, said)
		}
	}
}
