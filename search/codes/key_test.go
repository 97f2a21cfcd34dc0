package codes

import "testing"

func TestKey(t *testing.T) {
	tests := []struct{ spelling, key, head string }{
		{"6017", "6017", ""},
		{"-302", "302", ""},
		{"００７", "7", ""},
		{"0", "0", ""},
		{"ORA-00942", "ora942", "ora"},
		{"ora942", "ora942", "ora"},
		{"22P02", "22p2", "22"},
		{"0x8007A005", "0x8007a5", ""},
		{"0x5", "0x5", ""},
		{"#1", "#1", "#"},
		{"", "", ""},
	}
	for _, test := range tests {
		if got := Key(test.spelling); got != test.key {
			t.Errorf("Key(%q) = %q, want %q", test.spelling, got, test.key)
		}
		if got := Head(test.spelling); got != test.head {
			t.Errorf("Head(%q) = %q, want %q", test.spelling, got, test.head)
		}
	}
}
