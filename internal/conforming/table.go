package conforming

// The table of docs/CONFORMANCE.md, against what clients do.

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ionos-cloud/sdk-go-dataplatform/conformance"
)

// The table stands between these lines of the document.
const (
	TableBegin = "<!-- table: begin -->\n"
	TableEnd   = "<!-- table: end -->\n"
)

// Around returns what stands before, in and after the table of a document.
func Around(document []byte) (before, table, after []byte, err error) {
	i, j := bytes.Index(document, []byte(TableBegin)), bytes.Index(document, []byte(TableEnd))
	if i < 0 || j < i {
		return nil, nil, nil, errors.New("the document has no place for the table of rules")
	}
	i += len(TableBegin)
	return document[:i], document[i:j], document[j:], nil
}

// Differences tells in what the table of a document is another than the one of
// the report, which is a column of it.
func Differences(document []byte, report conformance.Report) ([]string, error) {
	_, table, _, err := Around(document)
	if err != nil {
		return nil, err
	}
	var wanted bytes.Buffer
	if err := report.WriteMarkdown(&wanted); err != nil {
		return nil, err
	}
	has := rows(table)
	column := -1
	if len(has) > 0 {
		column = slices.Index(has[0], report.Client)
	}
	if column < 0 {
		return nil, fmt.Errorf("the table of rules has no column %q", report.Client)
	}
	var differences []string
	want := rows(wanted.Bytes())
	for i := range max(len(has), len(want)) {
		var old, now []string
		if i < len(has) && column < len(has[i]) {
			old = []string{has[i][0], has[i][1], has[i][column]}
		}
		if i < len(want) {
			now = want[i]
		}
		if !slices.Equal(old, now) {
			differences = append(differences, fmt.Sprintf("the table has %q, the report %q", old, now))
		}
	}
	return differences, nil
}

// rows are the cells of a Markdown table.
func rows(table []byte) [][]string {
	var all [][]string
	for line := range strings.Lines(string(table)) {
		var cells []string
		for cell := range strings.SplitSeq(strings.Trim(strings.TrimSpace(line), "|"), "|") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		all = append(all, cells)
	}
	return all
}
