"""A stand-in for the voice of a browser: headless Chromium has none.

``window.spoken`` lists what was asked for; ``finish()`` lets the sentence that is being said end.
"""

SPEECH = """
(() => {
  window.spoken = [];
  window.cancelled = 0;
  let voices = VOICES;
  let saying = null;
  const listeners = [];
  class SpeechSynthesisUtterance {
    constructor(text) { this.text = text; }
  }
  const speechSynthesis = {
    getVoices: () => voices,
    addEventListener: (name, call) => name === 'voiceschanged' && listeners.push(call),
    speak(utterance) {
      saying = utterance;
      window.spoken.push({
        text: utterance.text, rate: utterance.rate, voice: utterance.voice && utterance.voice.name,
      });
      utterance.onstart && utterance.onstart();
    },
    cancel() {
      window.cancelled += 1;
      const one = saying;
      saying = null;
      // As browsers do: what is cancelled still reports an end, or an error.
      one && setTimeout(() => one.onerror && one.onerror({error: 'interrupted'}), 0);
    },
  };
  window.finish = () => { const one = saying; saying = null; one.onend(); };
  window.comeVoices = (some) => { voices = some; listeners.forEach((call) => call()); };
  Object.defineProperty(window, 'speechSynthesis', {value: speechSynthesis});
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: SpeechSynthesisUtterance});
})();
"""
VOICES = """[
  {name: 'Paris', lang: 'fr-FR', localService: true},
  {name: 'Boston', lang: 'en-US', localService: true},
  {name: 'Leeds in the cloud', lang: 'en-GB', localService: false},
  {name: 'Leeds', lang: 'en-GB', localService: true},
]"""


def speech(voices: str = VOICES) -> str:
    """The script that puts the stand-in into a page, with these voices."""
    return SPEECH.replace("VOICES", voices)
