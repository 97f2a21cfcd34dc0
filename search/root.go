package search

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/util"
	bolt "go.etcd.io/bbolt"
)

// The files of a bleve index with one segment.
const (
	storeDir    = "store"
	rootFile    = "root.bolt"
	metaFile    = "index_meta.json"
	segmentFile = "000000000002.zap"
)

// wrapSegment makes a bleve index of one segment in dir, which must not exist; the segment's file is moved. bleve
// itself makes an index of one document, whose segment is replaced; its root is copied without the time of day.
func wrapSegment(segmentPath, dir string) error {
	skeleton := dir + ".tmp"
	defer os.RemoveAll(skeleton)
	if err := makeSkeleton(skeleton); err != nil {
		return err
	}
	store := filepath.Join(dir, storeDir)
	if err := os.MkdirAll(store, 0o755); err != nil {
		return err
	}
	return errors.Join(
		os.Rename(filepath.Join(skeleton, metaFile), filepath.Join(dir, metaFile)),
		os.Rename(segmentPath, filepath.Join(store, segmentFile)),
		copyRoot(filepath.Join(skeleton, storeDir, rootFile), filepath.Join(store, rootFile)),
		makeReadable(dir),
	)
}

func makeSkeleton(dir string) error {
	m := bleve.NewIndexMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	m.DefaultMapping.Enabled = false
	b, err := bleve.NewBuilder(dir, m, map[string]any{
		"forceSegmentType": "zap", "forceSegmentVersion": int(zapVersion), "buildPathPrefix": filepath.Dir(dir),
	})
	if err != nil {
		return err
	}
	if err := b.Index("skeleton", struct{}{}); err != nil {
		return err
	}
	if err := b.Close(); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, storeDir, segmentFile)); err != nil {
		return fmt.Errorf("bleve names its segments otherwise than expected: %w", err)
	}
	return nil
}

// copyRoot writes the buckets of one bolt file into a new one, in order and in one transaction.
func copyRoot(from, to string) error {
	src, err := bolt.Open(from, 0o600, &bolt.Options{ReadOnly: true, Timeout: time.Second})
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := bolt.Open(to, 0o644, &bolt.Options{Timeout: time.Second, PageSize: 4096})
	if err != nil {
		return err
	}
	err = dst.Update(func(w *bolt.Tx) error {
		return src.View(func(r *bolt.Tx) error {
			return r.ForEach(func(name []byte, b *bolt.Bucket) error {
				c, err := w.CreateBucket(name)
				if err != nil {
					return err
				}
				return copyBucket(b, c)
			})
		})
	})
	return errors.Join(err, dst.Close())
}

func copyBucket(from, to *bolt.Bucket) error {
	return from.ForEach(func(k, v []byte) error {
		if v == nil {
			b, err := to.CreateBucket(k)
			if err != nil {
				return err
			}
			return copyBucket(from.Bucket(k), b)
		}
		if string(k) == string(util.BoltMetaDataTimeStamp) {
			v = []byte(time.Unix(0, 0).UTC().Format(time.RFC3339))
		}
		return to.Put(k, v)
	})
}

// makeReadable gives files their usual modes: bleve makes them for the owner alone, and another user may serve them.
func makeReadable(dir string) error {
	store := filepath.Join(dir, storeDir)
	err := os.Chmod(filepath.Join(dir, metaFile), 0o644)
	for _, name := range [...]string{rootFile, segmentFile} {
		err = errors.Join(err, os.Chmod(filepath.Join(store, name), 0o644))
	}
	return err
}
