package state

// Status is what became of a translation.
type Status string

// The statuses. All but Missing, Stale and Unusable count as done.
const (
	Missing      Status = "missing"      // there is no text
	Stale        Status = "stale"        // the source has changed since
	Fresh        Status = "fresh"        // made from the present source
	ReusedText   Status = "reused"       // fresh, taken over from a message with the same source
	Retranslated Status = "retranslated" // source and translation have both changed since: taken as fresh
	Unrecorded   Status = "new"          // nothing is known of it yet: taken as fresh
	Unusable     Status = "unusable"     // there is a text, and it cannot be shown; package locale tells
)

// Done tells whether a translation needs no work.
func (s Status) Done() bool { return s != Missing && s != Stale && s != Unusable }

// Of tells the status of a message whose source and translation now have these hashes.
func (r Records) Of(id string, source, text Hash) Status {
	record, known := r.Find(id, source, text)
	switch {
	case text == None:
		return Missing
	case !known:
		return Unrecorded
	case record.Source == source && record.How == Reused && record.Text == text:
		return ReusedText
	case record.Source == source:
		return Fresh
	case record.Text == text:
		return Stale
	case record.Text == None: // it was written below a comment that shows the former source
		return Stale
	}
	return Retranslated
}

// Find returns the record of a message. Of several it takes the one that fits the present texts best: the translation's own
// before another's, and of those the one for the present source.
func (r Records) Find(id string, source, text Hash) (Record, bool) {
	best, score := Record{}, -1
	for _, x := range r[id] {
		n := 0
		if x.Text == text {
			n += 4
		}
		if x.Source == source {
			n += 2
		}
		if x.Text == None { // what was shown last to whoever translates it
			n++
		}
		if n > score {
			best, score = x, n
		}
	}
	return best, score >= 0
}
