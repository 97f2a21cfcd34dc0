package codes

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"code=-302 ６０１７ 120001～130000", "ORA-00942 hr=0x80070005 10:11:12.1 +0900", "🦊-7 a/b 50% #1", "6,017,1 1,2",
		"エラーコード：−302、错误码70001", "\xff\x00-\u200b1", "２０２４年１月２日 Jan 2, 2024", "http://x/1 a@b.c d.e:5 /a/b/c", "ﬁ①½ 1.2.3-rc", "é-1 ́1",
	} {
		f.Add(seed)
	}
	s := fixture()
	f.Fuzz(func(t *testing.T, text string) {
		got := s.FindPlaces(text)
		bare := s.Find(text)
		bare.Spans = got.Spans
		if diff := cmp.Diff(got, bare); diff != "" {
			t.Fatalf("without places (-with +without):\n%s", diff)
		}
		for i, h := range got.Found {
			if h.From < 0 || h.From >= h.To || h.To > len(text) || text[h.From:h.To] != h.Written {
				t.Fatalf("span %d-%d of %q, written %q", h.From, h.To, text, h.Written)
			}
			if utf8.ValidString(text) && !utf8.ValidString(h.Written) {
				t.Fatalf("span splits a rune: %q", h.Written)
			}
			for _, o := range got.Found[:i] {
				if o.Index == h.Index {
					t.Fatalf("code %d found twice", h.Index)
				}
				if h.From < o.To && o.From < h.To && (h.From != o.From || h.To != o.To) {
					t.Fatalf("%q overlaps %q", h.Written, o.Written)
				}
			}
		}
		end := 0
		for _, p := range got.Spans {
			if p.From < end || p.From >= p.To || p.To > len(text) {
				t.Fatalf("place %d-%d of %q after one that ends at %d", p.From, p.To, text, end)
			}
			end = p.To
		}
		for _, u := range got.Unknown {
			if text[u.From:u.To] != u.Written {
				t.Fatalf("unknown %q is not text[%d:%d]", u.Written, u.From, u.To)
			}
		}
		s.Resolve(text)
		s.Nearest(text, 5)
	})
}

// FuzzMasks tries every mask where maskPart tries those that may fit, and wants the same end.
func FuzzMasks(f *testing.F) {
	for _, text := range []string{
		"10.0.0.1:443/x", "2024-01-02T10:11:12Z", "02.01.2024", "10/Oct/2024:10:11:12 +0900", "10:11:12.5", "fe80::1", "00:1a:2b:3c:4d:5e",
		"123e4567-e89b-12d3-a456-426614174000", "v2", "1.2.3-rc1+5", "deadbeef0001", "0x123456789", "+81 90-1234-5678", "03-1234-5678",
		"Jan 2, 2024", "2 Jan 2024", "App[6013:6120]", "9002 --- [main]", "+2 Jan 2024", "+12345678 --- [main]", "1a:2b::",
	} {
		f.Add(text, uint(0))
		f.Add("x="+text, uint(2))
	}
	f.Fuzz(func(t *testing.T, text string, at uint) {
		i := int(at % uint(len(text)+1))
		if i == len(text) || !isAlnum(text[i]) {
			return
		}
		want := i
		for _, mask := range []mask{
			maskIP, maskDate, maskClock, maskUUID, maskColonHex, maskVersion, maskHexID, maskPhone, maskMonth, maskProcess,
		} {
			if want = mask(text, i); want > i {
				break
			}
		}
		if got := maskPart(text, i); got != want {
			t.Fatalf("maskPart(%q, %d) = %d, want %d", text, i, got, want)
		}
	})
}

func FuzzCompare(f *testing.F) {
	f.Add("-302", "1", "0x5")
	f.Add("ORA-00942", "ora-942", "22P02")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		ab, ba := Compare(a, b), Compare(b, a)
		if ab != -ba || (ab == 0) != (a == b) {
			t.Fatalf("Compare(%q, %q) = %d, reversed %d", a, b, ab, ba)
		}
		if ab <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
			t.Fatalf("%q <= %q <= %q, but not the first and last", a, b, c)
		}
	})
}
