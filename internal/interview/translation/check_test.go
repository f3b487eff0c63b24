package translation

import (
	"maps"
	"strings"
	"testing"
)

// english are lines as the bank has them.
var english = []Line{
	{"1", Remark, "Hello, I'm Imogen. Thank you for making the time. Take a breath, and we'll begin whenever you're ready."},
	{"2", Question, "Tell me about a week when everything was due at the same time."},
	{"3", Aim, "Whether you can choose what to do first and say why."},
	{"4", FollowUp, "How did you decide what came first?"},
	{"5", FollowUp, "What got done in time, and what did not?"},
	{"6", Topic, "Planning and organising"},
	{"7", Remark, "That was my last question. Thank you for talking with me today."},
	{"8", Question, "Describe a plan of yours that fell apart halfway through."},
	{"9", Remark, "Okay, thank you."},
}

func task(to string) Task {
	return Task{From: "en", To: to, Interviewer: "Imogen Ward", Lines: english}
}

// good are the same lines as somebody would say them, each after another in the order above.
var good = map[string]string{
	"de": `Guten Tag, ich bin Imogen. Danke, dass Sie sich die Zeit nehmen. Atmen Sie durch, und wir fangen an, sobald Sie so weit sind.
Erzählen Sie mir von einer Woche, in der alles gleichzeitig fertig sein musste.
Ob Sie entscheiden können, was zuerst zu tun ist, und sagen können, warum.
Wie haben Sie entschieden, was zuerst kam?
Was wurde rechtzeitig fertig, und was nicht?
Planung und Organisation
Das war meine letzte Frage. Ich danke Ihnen für das Gespräch.
Beschreiben Sie einen Plan von Ihnen, der auf halbem Weg gescheitert ist.
Okay, danke.`,
	"fr": `Bonjour, je suis Imogen. Merci de prendre ce temps. Respirez un peu, et nous commencerons dès que vous serez prêt ou prête.
Parlez-moi d'une semaine où tout était à rendre en même temps.
Si vous savez choisir ce qu'il faut faire d'abord et dire pourquoi.
Comment avez-vous décidé de ce qui passait en premier ?
Qu'est-ce qui a été fini à temps, et qu'est-ce qui ne l'a pas été ?
Planifier et organiser
C'était ma dernière question. Je vous remercie de cet entretien.
Décrivez un de vos projets qui s'est effondré à mi-chemin.
D'accord, merci.`,
	"es": `Hola, soy Imogen. Gracias por dedicarme este tiempo. Respire con calma, y empezamos cuando usted quiera.
Cuénteme de una semana en la que todo tenía que estar listo al mismo tiempo.
Si sabe elegir qué hay que hacer primero y decir por qué.
¿Cómo decidió qué iba primero?
¿Qué quedó listo a tiempo y qué no?
Planificación y organización
Esa era mi última pregunta. Gracias por hablar hoy conmigo.
Describa un plan suyo que se vino abajo a medio camino.
De acuerdo, gracias.`,
	"it": `Buongiorno, sono Imogen. La ringrazio per il tempo che mi dedica. Faccia un bel respiro, e cominciamo quando vuole.
Mi racconti di una settimana in cui tutto doveva essere pronto nello stesso momento.
Se sa scegliere che cosa fare prima e dire perché.
Come ha deciso che cosa veniva prima?
Che cosa è stato finito in tempo, e che cosa no?
Pianificazione e organizzazione
Questa era la mia ultima domanda. La ringrazio per aver parlato con me oggi.
Descriva un suo piano che è andato in pezzi a metà strada.
Va bene, grazie.`,
	"pt": `Olá, eu sou a Imogen. Obrigada por reservar este tempo. Respire fundo, e começamos quando quiser.
Fale-me de uma semana em que tudo tinha de estar pronto ao mesmo tempo.
Se sabe escolher o que fazer primeiro e dizer porquê.
Como decidiu o que vinha primeiro?
O que ficou pronto a tempo, e o que não ficou?
Planear e organizar
Essa foi a minha última pergunta. Obrigada por falar comigo hoje.
Descreva um plano seu que se desfez a meio do caminho.
Está bem, obrigada.`,
	"nl": `Goedendag, ik ben Imogen. Fijn dat u de tijd neemt. Haal rustig adem, en we beginnen zodra u zover bent.
Vertelt u eens over een week waarin alles tegelijk af moest zijn.
Of u kunt kiezen wat u het eerst doet en kunt zeggen waarom.
Hoe hebt u bepaald wat het eerst kwam?
Wat was op tijd klaar, en wat niet?
Plannen en organiseren
Dat was mijn laatste vraag. Dank u wel voor het gesprek van vandaag.
Beschrijf een plan van u dat halverwege in duigen viel.
Goed, dank u.`,
	"pl": `Dzień dobry, nazywam się Imogen. Dziękuję za poświęcony czas. Proszę spokojnie odetchnąć, zaczniemy w dowolnej chwili.
Proszę opowiedzieć o tygodniu, w którym wszystko miało być gotowe w tym samym czasie.
Czy potrafi Pan lub Pani wybrać, co zrobić najpierw, i powiedzieć dlaczego.
Jak zapadła decyzja o tym, co jest najważniejsze?
Co było gotowe na czas, a co nie?
Planowanie i organizacja
To było moje ostatnie pytanie. Dziękuję za dzisiejszą rozmowę.
Proszę opisać swój plan, który rozpadł się w połowie drogi.
Dobrze, dziękuję.`,
	"sv": `Hej, jag heter Imogen. Tack för att du tar dig tid. Ta ett djupt andetag, så börjar vi när du är redo.
Berätta om en vecka när allt skulle vara klart samtidigt.
Om du kan välja vad som ska göras först och säga varför.
Hur bestämde du vad som kom först?
Vad blev klart i tid, och vad blev det inte?
Planera och organisera
Det var min sista fråga. Tack för att du pratade med mig idag.
Beskriv en plan som du hade och som föll isär på halva vägen.
Okej, tack.`,
	"tr": `Merhaba, ben Imogen. Zaman ayırdığınız için teşekkür ederim. Derin bir nefes alın, hazır olduğunuzda başlarız.
Bana her şeyin aynı anda yetişmesi gereken bir haftayı anlatın.
Önce ne yapılacağını seçip nedenini söyleyip söyleyemediğiniz.
Neyin önce geldiğine nasıl karar verdiniz?
Neler zamanında bitti, neler bitmedi?
Planlama ve düzenleme
Bu benim son sorumdu. Bugün benimle konuştuğunuz için teşekkür ederim.
Yarı yolda dağılan bir planınızı anlatın.
Tamam, teşekkürler.`,
}

// pairs are lines of a text by their ids.
func pairs(text string) []Pair {
	var out []Pair
	for i, line := range strings.Split(text, "\n") {
		out = append(out, Pair{english[i].ID, line})
	}
	return out
}

func TestGoodTranslationsPass(t *testing.T) {
	for _, l := range Languages()[1:] {
		texts, err := Check(task(l.Code), pairs(good[l.Code]))
		if err != nil || len(texts) != len(english) {
			t.Errorf("%s: %v", l.Name, err)
		}
	}
}

// Each language is told from each other, also from those beside it.
func TestAnotherLanguageIsRefused(t *testing.T) {
	for _, asked := range Languages()[1:] {
		for given := range maps.Keys(good) {
			if _, err := Check(task(asked.Code), pairs(good[given])); (err == nil) != (given == asked.Code) {
				t.Errorf("%s in place of %s: %v", given, asked.Name, err)
			}
		}
	}
}

func TestWhatIsWrongWithALineIsTold(t *testing.T) {
	for _, tt := range []struct{ id, text, want string }{
		{"2", "", "missing"},
		{"2", "Tell me about a week when everything was due at the same time.", "language it was in"},
		{"2", "Tell me what you did when the days were long.", "language it was in"},
		{"2", "Erzählen Sie mir <b>mehr</b> von der Woche.", "nobody speaks"},
		{"2", "Erzählen Sie mir von {woche} und dem Plan.", "nobody speaks"},
		{"2", "Erzählen Sie von Kolleg*innen in der Woche.", "nobody speaks"},
		{"2", "Erzählen Sie von Kolleg:innen in der Woche.", "nobody speaks"},
		{"2", "Erzählen Sie von „der Woche“ und dem Plan.", "nobody speaks"},
		{"2", "Erzählen Sie von der Woche\nund dem Plan.", "nobody speaks"},
		{"2", "Erzählen Sie von der Woche\u202e und dem Plan.", "nobody speaks"},
		{"2", "Erzählen Sie mir von der Woche ...", "dots"},
		{"2", "Erzählen Sie mir von der Woсhe und dem Plan.", "another script"},
		{"2", "你是怎么决定先做什么的？", "another script"},
		{"2", "Erzählen Sie mir von der Woche. Und dann?", "more than it did"},
		{"2", "Was war in der Woche los? Was haben Sie getan?", "more than it did"},
		{"2", "Erzählen Sie von der Woche; erzählen Sie von Ihnen.", "more than one thing"},
		{"2", "Erzählen Sie mir von der Woche und dem Plan", "full stop"},
		{"2", "Erzählen Sie mir von den 40 Stunden der Woche.", "a number"},
		{"2", "Erzählen Sie mir von der Woche bei beispiel.example und dem Plan.", "address"},
		{"2", strings.Repeat("und ", 31) + "so.", "30 are the most"},
		{"4", strings.Repeat("und ", 26) + "so?", "25 are the most"},
		{"7", "Das war es. " + strings.Repeat("Danke Ihnen sehr herzlich für das Gespräch. ", 5), "much longer|and"},
		{"3", "Ob Sie.", "much shorter"},
		{"1", "Guten Tag. Danke, dass Sie sich die Zeit nehmen und mit mir sprechen.", "name"},
		{"9", "Okay, danke. Wie alt sind Sie?", "more than it did"},
		{"6", "Planung. Organisation.", "more than it did"},
		{"8", "Erzählen Sie mir von einer Woche, in der alles gleichzeitig fertig sein musste.", "the same as another"},
	} {
		given := pairs(good["de"])
		for i := range given {
			if given[i].ID == tt.id {
				given[i].Text = tt.text
			}
		}
		_, err := Check(task("de"), given)
		if err == nil || !containsOne(err.Error(), tt.want) || !strings.Contains(err.Error(), "line "+tt.id+" ") || tt.text != "" && strings.Contains(err.Error(), tt.text) {
			t.Errorf("%q: %v, want %s", tt.text, err, tt.want)
		}
	}
}

func containsOne(text, wants string) bool {
	for want := range strings.SplitSeq(wants, "|") {
		if strings.Contains(text, want) {
			return true
		}
	}
	return false
}

func TestEachLineComesOnce(t *testing.T) {
	given := pairs(good["de"])
	for name, tt := range map[string]struct {
		given []Pair
		want  string
	}{
		"one lacks":   {given[:len(given)-1], "line 9 is missing"},
		"one is new":  {append(given[:len(given):len(given)], Pair{"10", "Danke."}), "nobody asked for"},
		"one twice":   {append(given[:len(given):len(given)], given[0]), "twice"},
		"none at all": {nil, "missing"},
	} {
		if _, err := Check(task("de"), tt.given); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

func TestTenLanguagesByTheirOwnNames(t *testing.T) {
	all := Languages()
	if len(all) != 10 || all[0].Code != "en" {
		t.Fatalf("%+v", all)
	}
	for _, l := range all {
		if small[l.Code] == "" || l.Name == "" {
			t.Errorf("%s has no small words", l.Code)
		}
	}
}
