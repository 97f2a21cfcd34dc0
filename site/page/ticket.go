package page

// Ticket is the body of the page on which a ticket or log is pasted. A static page has no answer; a server fills it in for
// readers without JavaScript.
type Ticket struct {
	Text   string        // what was pasted
	Answer *TicketAnswer // nil where nothing was asked
}

// TicketAnswer is what a ticket was read as.
type TicketAnswer struct {
	Rows    []TicketRow
	Marked  []TicketPart // the whole text in pieces; those that are codes are links
	Unknown []string     // numbers that a cue says are codes, and are none
	TooLong bool         // the text was refused for its length
	Busy    bool         // too many ask at once
}

// TicketRow is one code of a ticket.
type TicketRow struct {
	URL, Catalog, Code string
	Count              int
	Title              Text
	Retired            bool
}

// TicketPart is a piece of the text; Code and URL are set where it is a code.
type TicketPart struct{ Text, Code, URL string }

// TicketPath is the path of a language's page for tickets.
func TicketPath(lang string) string { return lang + "/ticket/" }

// Ticket is the page for tickets; body is nil on the static one.
func (e *Edition) Ticket(body *Ticket) Page {
	path := TicketPath(e.Lang.Tag)
	v := e.frame(KindTicket, path, TicketPath)
	if body == nil {
		body = &Ticket{}
	}
	v.Ticket = body
	v.Head.Title = e.say("ticket_title", nil)
	v.Head.Description = e.spoken("ticket_description", e.say("ticket_description", nil))
	v.Head.NoIndex = v.Head.NoIndex || body.Answer != nil
	e.fillBar(v, start)
	return Page{path, v}
}
