package server

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"errbook/search"
	"errbook/search/ticket"
	"errbook/site/page"
)

const (
	maxTicket  = 8 << 20                // bytes of a ticket
	ticketWait = 500 * time.Millisecond // for one's turn
)

// ticket answers the form of the page for tickets. Nothing of the text is kept or logged.
func (v *Server) ticket(w http.ResponseWriter, r *http.Request, snap *snapshot, lang string) {
	ed := snap.editions[lang]
	body, status := v.readTicket(w, r, snap, lang)
	w.Header().Set("Cache-Control", "no-store")
	v.renderKept(w, ed, ed.pages.Ticket(body), status)
}

func (v *Server) readTicket(w http.ResponseWriter, r *http.Request, snap *snapshot, lang string) (*page.Ticket, int) {
	r.Body = http.MaxBytesReader(w, r.Body, 3*maxTicket+1024) // a form writes most bytes as three
	err := r.ParseForm()
	text := strings.ToValidUTF8(r.PostForm.Get("text"), "\uFFFD")
	switch {
	case errors.As(err, new(*http.MaxBytesError)), len(text) > maxTicket:
		return &page.Ticket{Answer: &page.TicketAnswer{TooLong: true}}, http.StatusRequestEntityTooLarge
	case err != nil:
		return &page.Ticket{}, http.StatusBadRequest
	}
	leave, ok := v.enterTicket(r)
	if !ok {
		w.Header().Set("Retry-After", "1")
		return &page.Ticket{Text: text, Answer: &page.TicketAnswer{Busy: true}}, http.StatusServiceUnavailable
	}
	defer leave()
	x, release, ok := v.indexes.Acquire()
	if !ok {
		return &page.Ticket{Text: text, Answer: &page.TicketAnswer{Busy: true}}, http.StatusServiceUnavailable
	}
	defer release()
	return &page.Ticket{Text: text, Answer: v.ticketAnswer(x, snap, lang, text)}, http.StatusOK
}

// enterTicket waits a short while for a place, and returns what must be called once to leave it.
func (v *Server) enterTicket(r *http.Request) (leave func(), ok bool) {
	turn := time.NewTimer(ticketWait)
	defer turn.Stop()
	select {
	case v.tickets <- struct{}{}:
		return func() { <-v.tickets }, true
	case <-turn.C:
	case <-r.Context().Done():
	}
	return nil, false
}

// marked is a place of a text that stands for a row.
type marked struct {
	span ticket.Span
	row  int
}

func (v *Server) ticketAnswer(x *search.Index, snap *snapshot, lang, text string) *page.TicketAnswer {
	reading := ticket.Read(x.Codes(), text)
	a := &page.TicketAnswer{Unknown: reading.Unknown}
	var places []marked
	for n, c := range reading.Codes {
		code := x.Codes().At(c.Index)
		row := page.TicketRow{Code: code.Text, Catalog: code.Catalog, Count: c.Count,
			URL: "../../" + snap.site.Book.Slugs.CodePath(lang, code.Catalog, code.Text)}
		if d, err := x.Document(c.Index); err == nil {
			title, in := shownTitle(d, snap.site.Chain(lang))
			if in == lang {
				in = ""
			}
			row.Title, row.Retired = viewText(title, in), d.Retired
		} else {
			v.log.Error("document of the index", "err", err)
		}
		a.Rows = append(a.Rows, row)
		for _, s := range c.Spans {
			places = append(places, marked{s, n})
		}
	}
	slices.SortStableFunc(places, func(a, b marked) int { return a.span[0] - b.span[0] })
	at := 0
	for _, p := range places {
		if p.span[0] < at { // the same code in another catalogue
			continue
		}
		row := a.Rows[p.row]
		a.Marked = append(a.Marked, page.TicketPart{Text: text[at:p.span[0]]},
			page.TicketPart{Text: text[p.span[0]:p.span[1]], Code: row.Code, URL: row.URL})
		at = p.span[1]
	}
	if len(places) > 0 {
		a.Marked = append(a.Marked, page.TicketPart{Text: text[at:]})
	}
	return a
}
