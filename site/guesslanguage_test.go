package site_test

import (
	"strings"
	"testing"

	"errbook/site"
)

func TestGuessLanguage(t *testing.T) {
	tests := []struct {
		name, text, want string
		sure             bool
	}{
		{"English", "The request is not valid. Check that the field is set, and that the name of the user is not empty.", "en", true},
		{"German", "Die Anfrage ist ungültig. Der Name des Benutzers wurde nicht gefunden und kann nicht angelegt werden.", "de", true},
		{"French", "La requête est invalide. Le nom de l'utilisateur est vide ou les droits ne sont pas suffisants pour cette action.", "fr", true},
		{"Spanish", "La solicitud no es válida. El nombre del usuario está vacío y no se puede crear una cuenta para él con los datos.", "es", true},
		{"Portuguese", "A solicitação não é válida. O nome do usuário está vazio ou não foi encontrado; não é possível criar uma conta para ele.", "pt", true},
		{"Italian", "La richiesta non è valida. Il nome della persona è vuoto e non può essere creato un conto per gli utenti del sistema.", "it", true},
		{"Dutch", "Het verzoek is niet geldig. De naam van de gebruiker is leeg en het account kan niet worden aangemaakt voor deze dienst.", "nl", true},
		{"Polish", "Żądanie nie jest prawidłowe. Nazwa użytkownika nie została podana i konto nie może być utworzone dla tego klienta lub się powtarza.", "pl", true},
		{"Vietnamese", "Yêu cầu không hợp lệ. Tên người dùng đang để trống, vui lòng kiểm tra lại.", "vi", true},
		{"Japanese", "リクエストが正しくありません。ユーザー名が空です。もう一度お試しください。", "ja", true},
		{"Japanese with much Latin", "SDK の initialize が呼ばれていません。TIMLogin を先に呼んでください。 ERR SDK NOT INITIALIZED", "ja", true},
		{"Korean", "요청이 올바르지 않습니다. 사용자 이름이 비어 있습니다. 다시 시도하십시오.", "ko", true},
		{"simplified Chinese", "请求无效，请检查参数。用户名为空，无法创建账号。", "zh-Hans", true},
		{"traditional Chinese", "請求無效，請檢查參數。使用者名稱為空，無法建立帳號。", "zh-Hant", true},
		{"Chinese of either kind", "系統", "zh-Hant", false},
		{"Chinese without a sign", "版本不存在", "zh-Hans", false},
		{"Russian", "Запрос неверен. Имя пользователя пустое, проверьте данные и попробуйте ещё раз. Ошибка была вызвана сервером.", "ru", true},
		{"Ukrainian", "Запит невірний. Ім'я користувача порожнє, перевірте дані і спробуйте ще раз. Її немає.", "uk", true},
		{"Arabic", "الطلب غير صالح. اسم المستخدم فارغ، يرجى المحاولة مرة أخرى.", "ar", true},
		{"Thai", "คำขอไม่ถูกต้อง ชื่อผู้ใช้ว่างเปล่า กรุณาลองใหม่อีกครั้ง", "th", true},
		{"one word", "Timeout", "en", false},
		{"two words", "der Fehler", "de", false},
		{"nothing", "", "en", false},
		{"digits", "| 1 | 2 |", "en", false},
		{"only code", "```\nthe and is are was the and is are was\n```\n`the is`", "en", false},
		{"German around English code", "Die Anfrage ist ungültig und kann nicht gelesen werden, weil der Name nicht gesetzt ist.\n\n" +
			"```\nthis is the body of the request and it has to be valid and not empty\n```\n", "de", true},
		{"English front matter", "---\ntitle: the and is are of the not\n---\n\nリクエストが正しくありません。ユーザー名が空です。", "ja", true},
		{"not UTF-8", "\xff\xfe", "en", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := site.GuessLanguage(tt.text)
			if got.Tag != tt.want || got.Sure != tt.sure {
				t.Errorf("GuessLanguage(%q) = %s, sure %t (%s); want %s, sure %t", tt.text, got.Tag, got.Sure, got.Why, tt.want, tt.sure)
			}
			if strings.TrimSpace(got.Why) == "" {
				t.Error("no reason given")
			}
		})
	}
}
