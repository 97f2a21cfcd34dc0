package catalog

import (
	"cmp"
	"slices"
)

// placed is a cell where it belongs in a row, by the HTML Standard's table model (section 4.9.12): right of what spans
// down from the rows above.
type placed struct {
	part     *htmlPart
	from, to int  // columns
	above    bool // it began in a row above
	until    int  // the first row that it does not reach
}

// layout places the cells of a table's rows. Where spans make far more of a table than was written it gives up, and has the
// rows up to there only.
type layout struct {
	rows    [][]placed
	columns []int // those in which a cell begins; others are not told apart from the one before
	gaveUp  bool
}

// maxFree and maxPerCell bound how many cells a table has with all the copies that its spans make.
const (
	maxFree    = 100_000
	maxPerCell = 4
)

func newLayout(rows []htmlRow) *layout {
	l := &layout{}
	ends := groupEnds(rows)
	limit := maxFree
	for _, r := range rows {
		limit += maxPerCell * len(r.cells)
	}
	var spanning []placed
	begins := map[int]bool{}
	size := 0
	for y := range rows {
		row := placeRow(rows[y].cells, spanning, y, ends[y])
		for _, p := range row {
			begins[p.from] = true
		}
		size += len(row)
		if l.gaveUp = size > limit || (y+1)*len(begins) > limit; l.gaveUp {
			break
		}
		l.rows = append(l.rows, row)
		spanning = stillSpanning(row, y+1)
	}
	for x := range begins {
		l.columns = append(l.columns, x)
	}
	slices.Sort(l.columns)
	return l
}

// groupEnds tells for each row which is the first after its group: no cell spans further.
func groupEnds(rows []htmlRow) []int {
	ends := make([]int, len(rows))
	for y := len(rows) - 1; y >= 0; y-- {
		ends[y] = y + 1
		if y+1 < len(rows) && rows[y+1].group == rows[y].group {
			ends[y] = ends[y+1]
		}
	}
	return ends
}

// placeRow returns what spans down to a row, in the order of columns, and after it the row's own cells.
func placeRow(cells []htmlPart, spanning []placed, y, end int) []placed {
	row := slices.Clone(spanning)
	x := 0
	for i := range cells {
		for len(spanning) > 0 && spanning[0].from <= x {
			x = max(x, spanning[0].to)
			spanning = spanning[1:]
		}
		c := &cells[i]
		until := y + c.rows
		if c.rows == 0 || until > end {
			until = end
		}
		row = append(row, placed{part: c, from: x, to: x + c.cols, until: until})
		x += c.cols
	}
	return row
}

// stillSpanning is what of a row reaches down to row y.
func stillSpanning(row []placed, y int) (spanning []placed) {
	for _, p := range row {
		if p.until > y {
			p.above = true
			spanning = append(spanning, p)
		}
	}
	slices.SortStableFunc(spanning, func(a, b placed) int { return cmp.Compare(a.from, b.from) })
	return spanning
}

// column is the place of a column among those in which a cell begins.
func (l *layout) column(x int) int {
	i, _ := slices.BinarySearch(l.columns, x)
	return i
}
