import { PASSWORD_MAX } from '@siyu/shared/contracts/identity.limits';
import { KNOWN_DEMO_PASSWORD } from '../../platform/config/index.ts';
import { UsageError } from '../command/run-command.ts';

const PASSWORD_MIN = 12;

/** A terminal or a pipe, as `process.stdin` is one. */
export type Input = NodeJS.ReadStream;

/**
 * Reads a password: asked for twice without an echo at a terminal, one line from a pipe.
 * @throws {UsageError} when it is too short, too long, well known, or the two differ.
 */
export async function readPassword(input: Input, ask: (text: string) => void): Promise<string> {
  const lines = linesOf(input);
  const next = async (question: string): Promise<string> => {
    if (input.isTTY) ask(question);
    const { value = '' } = await lines.next();
    if (input.isTTY) ask('\n');
    return value;
  };
  if (input.isTTY) input.setRawMode(true);
  try {
    const password = await next('Password: ');
    refuseWeak(password);
    if (input.isTTY && (await next('Once more: ')) !== password)
      throw new UsageError('The two passwords differ.');
    return password;
  } finally {
    if (input.isTTY) input.setRawMode(false);
    input.destroy();
  }
}

function refuseWeak(password: string): void {
  const { length } = [...password];
  if (length < PASSWORD_MIN || password.length > PASSWORD_MAX)
    throw new UsageError(
      `The password must have ${PASSWORD_MIN} to ${PASSWORD_MAX} characters; this one has ${length}.`,
    );
  if (password === KNOWN_DEMO_PASSWORD)
    throw new UsageError('That is the password of the demo firm: everybody knows it.');
}

/** Lines as they are typed; in raw mode the terminal leaves erasing and interrupting to us. */
async function* linesOf(input: Input): AsyncGenerator<string, void> {
  input.setEncoding('utf8');
  let line = '';
  for await (const text of input) {
    for (const character of String(text)) {
      if (character === '\u0003') throw new UsageError('Interrupted: nothing was made.');
      if (character === '\n' || character === '\r') {
        yield line;
        line = '';
      } else if (character === '\u007f' || character === '\b') line = [...line].slice(0, -1).join('');
      else line += character;
    }
  }
  yield line;
}
