package page

// reply answers a customer who met a code, without a greeting: what it means, what to do, and where more is said.
func (e *Edition) reply(c *Code) string {
	args := map[string]any{"Code": c.Code}
	var parts []string
	if len(c.Meanings) == 1 {
		parts = e.answer(c.Meanings[0], e.say("reply_means", args))
	} else {
		parts = append(parts, e.say("reply_several", args))
		for _, m := range c.Meanings {
			parts = append(parts, e.answer(m, m.Where+":")...)
		}
	}
	parts = append(parts, e.RetiredLine(c.Retired))
	if c.Kind != "single" {
		parts = append(parts, e.say("range_notice", map[string]any{"Lo": c.Lo, "Hi": c.Hi}))
	}
	return joined("\n\n", append(parts, e.fallbackLine(c), e.say("reply_link", nil)))
}

// answer is what a meaning is, below a line that leads to it; then its cause and what to do, where the table tells them apart.
func (e *Edition) answer(m Meaning, lead string) []string {
	main, _ := m.meant()
	said := main.Text.lines()
	if details, ok := m.field("details"); ok && details != main {
		said = joinLines(said, details.Text.lines())
	}
	parts := []string{joinLines(lead, said)}
	if f, ok := m.field("cause"); ok && f != main {
		parts = append(parts, joinLines(e.say("reply_cause", nil), f.Text.lines()))
	}
	if f, ok := m.field("solution"); ok && f != main {
		parts = append(parts, joinLines(e.say("reply_solution", nil), f.Text.lines()))
	}
	return parts
}
