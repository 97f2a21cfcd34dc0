package codes

// fixture is a small invented site: an SDK with numbers, a database with lettered codes, a system with 32-bit numbers.
func fixture() *Set {
	return NewSet([]Code{
		{Catalog: "im", Text: "-10003"},
		{Catalog: "im", Text: "-302"},
		{Catalog: "im", Text: "-1"},
		{Catalog: "im", Text: "1"},
		{Catalog: "im", Text: "001"},
		{Catalog: "im", Text: "3"},
		{Catalog: "im", Text: "404"},
		{Catalog: "im", Text: "6017", Aliases: []string{"ERR_BAD_PARAM"}},
		{Catalog: "im", Text: "10003"},
		{Catalog: "im", Text: "70001"},
		{Catalog: "im", Text: "70002"},
		{Catalog: "im", Text: "120001-130000", Range: true, Lo: 120001, Hi: 130000},
		{Catalog: "db", Text: "ORA-00942"},
		{Catalog: "db", Text: "ORA-12154"},
		{Catalog: "db", Text: "22P02"},
		{Catalog: "db", Text: "a/b"},
		{Catalog: "db", Text: "#1"},
		{Catalog: "db", Text: "50%"},
		{Catalog: "db", Text: "🦊-7"},
		{Catalog: "db", Text: "404"},
		{Catalog: "win", Text: "0x80070005", Number: true, Aliases: []string{"E_ACCESSDENIED"}},
		{Catalog: "win", Text: "-2147467259", Number: true},
		{Catalog: "win", Text: "0x00000005", Number: true},
	})
}
