import { unknownError } from './client-errors.zh-CN.ts';
import { errorMessages } from './errors.zh-CN.ts';
import { fillTemplate } from './fill-template.ts';

/**
 * The Chinese sentence for an error code, with its details filled in.
 * A code without a sentence gets a general one, so that no raw code ever reaches a person.
 * @param code stable code `module.reason`
 * @param details values for the `{name}` places of the sentence
 * @example
 * errorSentence('http.forbidden') // => '您的岗位不能做这件事。如确有需要，请联系管理员。'
 */
export function errorSentence(code: string, details: Readonly<Record<string, string | number>> = {}): string {
  // An inherited name such as `constructor` is no code.
  const sentence = Object.hasOwn(errorMessages, code) ? errorMessages[code] : undefined;
  return sentence === undefined ? unknownError : fillTemplate(sentence, details);
}
