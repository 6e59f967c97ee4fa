/** Reads texts aloud one after the other. */
export interface Speech {
  /** Begins at a text and goes on to the last; `onEnd` tells whether all of it could be read. */
  speak(texts: readonly string[], from: number, listener: SpeechListener): void;
  /** Falls silent; the listener hears nothing more. */
  silence(): void;
}

export interface SpeechListener {
  onText(index: number): void;
  onEnd(isRead: boolean): void;
}

/** A machine without a voice often says nothing at all, not even that it failed. */
const START_WITHIN_MS = 4_000;

/**
 * The voice of this platform, or null. A browser brings one. WeChat brings none: a mini-program would need a
 * plugin that its firm adds in WeChat's console, and this bundle declares no plugin.
 */
export function findSpeech(): Speech | null {
  if (process.env.TARO_ENV === 'weapp') return null;
  if (typeof speechSynthesis === 'undefined' || typeof SpeechSynthesisUtterance === 'undefined') return null;
  return browserSpeech(speechSynthesis);
}

function browserSpeech(voice: SpeechSynthesis): Speech {
  // Callbacks of an utterance that was silenced still come; its turn is over by then.
  let turn = 0;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const silence = (): void => {
    turn += 1;
    clearTimeout(patience);
    voice.cancel();
  };
  return {
    silence,
    speak(texts, from, listener) {
      silence();
      const mine = turn;
      const end = (isRead: boolean): void => {
        if (mine !== turn) return;
        silence();
        listener.onEnd(isRead);
      };
      const read = (index: number): void => {
        const text = texts[index];
        if (text === undefined) {
          end(true);
          return;
        }
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.lang = 'zh-CN';
        utterance.onstart = () => {
          if (mine !== turn) return;
          clearTimeout(patience);
          listener.onText(index);
        };
        utterance.onend = () => {
          if (mine === turn) read(index + 1);
        };
        utterance.onerror = () => {
          end(false);
        };
        voice.speak(utterance);
      };
      patience = setTimeout(() => {
        end(false);
      }, START_WITHIN_MS);
      read(from);
    },
  };
}
