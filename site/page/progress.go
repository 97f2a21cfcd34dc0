package page

// Progress is how far a language is translated, and what of it is to do first. It is the same for the pages of all
// languages, and is made once.
type Progress struct {
	Lang string
	Tally
	Catalogs []CatalogProgress
	Todo     []Todo // the first texts that are stale or missing
}

// CatalogProgress is how far one catalogue of a book is.
type CatalogProgress struct {
	Volume int
	Tally
	Sections []SectionProgress // those that have texts, in the document's order
}

// SectionProgress is how far a section is, without those below it; ID is "" for what stands in none.
type SectionProgress struct {
	ID string
	Tally
}

// Todo is a text that is stale or missing.
type Todo struct {
	Volume  int
	Section string
	ID      string // of the message
	Status  string // "stale" or "missing"
	File    string // of the message, or where it is to be written
	Line    int
	Source  string   // as it is now, in Markdown
	Changes []Change // from the source that was translated to the present one; nil where the former is not known
	Text    string   // the present translation, in Markdown
}

// Change is a part of a text with one fate: Op is "same", "delete" or "insert".
type Change struct{ Op, Text string }

// Tally counts texts by what became of their translations.
type Tally struct {
	Total, Fresh, Reused, Stale, Missing int
	Characters                           int // of the sources of what is stale or missing
	Percent                              int // done, rounded down
}

// Left is how many texts need work.
func (t Tally) Left() int { return t.Stale + t.Missing }

// Segment is a part of a bar, in thousandths of its length.
type Segment struct {
	Status      string // "fresh", "reused", "stale" or "missing"
	Start, Size int
}

const (
	barLength = 1000
	leastSize = 12 // so that one text among thousands is still seen
)

// Bar parts a bar in proportion to the counts. Every count but zero has a part that can be seen, at the cost of the
// largest one; of nothing, all is fresh.
func (t Tally) Bar() (bar []Segment) {
	if t.Total == 0 {
		return []Segment{{"fresh", 0, barLength}}
	}
	used, largest := 0, 0
	for _, c := range []struct {
		status string
		count  int
	}{{"fresh", t.Fresh}, {"reused", t.Reused}, {"stale", t.Stale}, {"missing", t.Missing}} {
		if c.count == 0 {
			continue
		}
		bar = append(bar, Segment{Status: c.status, Size: max(leastSize, c.count*barLength/t.Total)})
		used += bar[len(bar)-1].Size
		if bar[len(bar)-1].Size > bar[largest].Size {
			largest = len(bar) - 1
		}
	}
	bar[largest].Size += barLength - used
	for i := 1; i < len(bar); i++ {
		bar[i].Start = bar[i-1].Start + bar[i-1].Size
	}
	return bar
}
