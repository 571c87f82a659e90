package ionoscloud

// Links between the documents lead somewhere.

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var markdownLink = regexp.MustCompile(`\]\(([^)#][^)]*)\)`)

func TestLinksInTheDocuments(t *testing.T) {
	documents, err := filepath.Glob("*.md")
	require.NoError(t, err)
	for _, pattern := range []string{"docs/*.md", "docs/*/*.md", "bench/*.md"} {
		more, err := filepath.Glob(filepath.FromSlash(pattern))
		require.NoError(t, err)
		documents = append(documents, more...)
	}
	checked := 0
	for _, document := range documents {
		content, err := os.ReadFile(document)
		require.NoError(t, err)
		for _, link := range markdownLink.FindAllStringSubmatch(string(content), -1) {
			target, _, _ := strings.Cut(link[1], "#")
			if strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:") {
				continue
			}
			checked++
			_, err := os.Stat(filepath.Join(filepath.Dir(document), filepath.FromSlash(target)))
			require.NoError(t, err, "%s: %s", document, target)
		}
	}
	require.Greater(t, checked, 50)
}
