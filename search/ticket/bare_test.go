package ticket_test

import (
	"strings"
	"testing"

	"errbook/search/codes"
	"errbook/search/ticket"
)

// TestLinesWithoutDigits reads many lines without a digit, and finds behind them what it would find without them: numbers in all
// scripts, the head of a table, and names where the set has some.
func TestLinesWithoutDigits(t *testing.T) {
	numbers := []codes.Code{{Catalog: "im", Text: "6017"}, {Catalog: "im", Text: "6206", Aliases: []string{"E2"}}}
	many := strings.Repeat("at main, パッケージ 失败 오류 (Main.java)\n", 300)
	for _, tt := range []struct {
		name, text string
		set        []codes.Code
		codes      int
	}{
		{"ASCII", "code 6017\n", numbers, 1},
		{"full width", "コード６０１７\n", numbers, 1},
		{"circled", "code ⑥⓪①⑦\n", numbers, 1},
		{"mathematical", "code 𝟔𝟎𝟏𝟕\n", numbers, 1},
		{"table", "time\tcode\ttext\nnow\t6017\tx\n", numbers, 1},
		{"name", "it was E_FAIL\n", append([]codes.Code{{Catalog: "im", Text: "E_FAIL"}}, numbers...), 1},
		{"other name", "it was E_FAIL\n", append([]codes.Code{{Catalog: "im", Text: "1", Aliases: []string{"E_FAIL"}}}, numbers...), 1},
		{"nothing", "code\n", numbers, 0},
	} {
		set := codes.NewSet(tt.set)
		few, all := ticket.Read(set, tt.text), ticket.Read(set, many+tt.text)
		if len(few.Codes) != tt.codes || len(all.Codes) != tt.codes {
			t.Errorf("%s: %d codes, and %d behind many lines; want %d", tt.name, len(few.Codes), len(all.Codes), tt.codes)
		}
	}
}
