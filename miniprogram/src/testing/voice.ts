interface Utterance {
  readonly text: string;
  onstart?: () => void;
  onend?: () => void;
  onerror?: () => void;
}

/** A browser's voice in a spec's hands: what it was given, in order, and the moments it tells of. */
export class Voice {
  readonly said: string[] = [];
  cancelled = 0;
  private current: Utterance | null = null;

  /** Puts it where a browser has its own; returns what takes it away again. */
  install(): () => void {
    Object.assign(globalThis, {
      speechSynthesis: {
        speak: (utterance: Utterance) => {
          this.said.push(utterance.text);
          this.current = utterance;
        },
        cancel: () => {
          this.cancelled += 1;
        },
      },
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    });
    return () => {
      Reflect.deleteProperty(globalThis, 'speechSynthesis');
      Reflect.deleteProperty(globalThis, 'SpeechSynthesisUtterance');
    };
  }

  begin(): void {
    this.current?.onstart?.();
  }

  finish(): void {
    this.current?.onend?.();
  }

  fail(): void {
    this.current?.onerror?.();
  }
}
