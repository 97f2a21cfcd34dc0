package search

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v15"
	"golang.org/x/sync/errgroup"
)

const (
	zapVersion = zap.Version
	batchSize  = 2000 // documents analysed and held in memory at once, per processor
	mergeWidth = 32   // segments merged at once
)

// textWriter writes the bleve index. Documents are cut into batches, each becomes a segment, and the segments are merged
// in order; so the order of documents, and with it every byte, is that of the input. (bleve's own builder keeps
// documents in a map.)
type textWriter struct {
	dir      string
	parts    string // temporary folder of the segments to merge
	batch    []Document
	segments []string
	group    *errgroup.Group
	ctx      context.Context
}

func newTextWriter(ctx context.Context, dir string) *textWriter {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	return &textWriter{dir: dir, parts: filepath.Join(dir, "parts"), group: group, ctx: ctx}
}

func (w *textWriter) add(d Document) error {
	w.batch = append(w.batch, d)
	if len(w.batch) < batchSize {
		return nil
	}
	return w.flush()
}

// flush makes a segment of the batch in the background. An error of one before is returned by close.
func (w *textWriter) flush() error {
	if len(w.batch) == 0 || w.ctx.Err() != nil {
		return w.ctx.Err()
	}
	path, err := w.newSegment()
	if err != nil {
		return err
	}
	batch := w.batch
	w.batch = nil
	w.group.Go(func() error { return writeSegment(path, batch) })
	return nil
}

func (w *textWriter) newSegment() (string, error) {
	if err := os.MkdirAll(w.parts, 0o755); err != nil {
		return "", err
	}
	path := filepath.Join(w.parts, fmt.Sprintf("%06d.zap", len(w.segments)))
	w.segments = append(w.segments, path)
	return path, nil
}

// close finishes the index, or with ok false only cleans up.
func (w *textWriter) close(ok bool) error {
	var err error
	if ok {
		err = w.flush()
	}
	if e := w.group.Wait(); e != nil {
		err = e
	}
	defer os.RemoveAll(w.parts)
	if !ok || err != nil || len(w.segments) == 0 {
		return err
	}
	last, err := w.merge()
	if err != nil {
		return err
	}
	return wrapSegment(last, filepath.Join(w.dir, textDir))
}

// merge reduces the segments to one, level by level, and returns its path.
func (w *textWriter) merge() (string, error) {
	level := w.segments
	for len(level) > 1 {
		var next []string
		for start := 0; start < len(level); start += mergeWidth {
			path, err := w.newSegment()
			if err != nil {
				return "", err
			}
			group := level[start:min(start+mergeWidth, len(level))]
			if err := mergeSegments(path, group); err != nil {
				return "", err
			}
			next = append(next, path)
		}
		level = next
	}
	return level[0], nil
}

func writeSegment(path string, batch []Document) error {
	docs := make([]index.Document, len(batch))
	for i, d := range batch {
		docs[i] = d.indexed()
	}
	seg, _, err := new(zap.ZapPlugin).New(docs)
	if err != nil {
		return err
	}
	defer seg.Close()
	fresh, ok := seg.(segment.UnpersistedSegment)
	if !ok {
		return fmt.Errorf("zap made a %T", seg)
	}
	return fresh.Persist(path)
}

func mergeSegments(path string, from []string) error {
	plugin := new(zap.ZapPlugin)
	var list []segment.Segment
	defer func() {
		for _, s := range list {
			_ = s.Close()
		}
		for _, p := range from {
			_ = os.Remove(p)
		}
	}()
	for _, p := range from {
		s, err := plugin.Open(p)
		if err != nil {
			return err
		}
		list = append(list, s)
	}
	_, _, err := plugin.Merge(list, make([]*roaring.Bitmap, len(list)), path, nil, nil)
	return err
}
