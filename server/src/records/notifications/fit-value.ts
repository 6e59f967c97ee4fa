/** A value that WeChat would refuse, by the field it stands in. */
export class TemplateValueRefused extends Error {
  readonly field: string;

  constructor(field: string, why: string) {
    super(`${field}: ${why}`);
    this.name = 'TemplateValueRefused';
    this.field = field;
  }
}

interface Rule {
  /** Characters at most; longer text is cut where cutting it says nothing else. */
  readonly max: number;
  readonly isCut: boolean;
  readonly pattern?: RegExp;
}

const TIME = /^([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日 ?)?([01]?[0-9]|2[0-3]):[0-5][0-9]$/;
const DATE = /^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日( ([01]?[0-9]|2[0-3]):[0-5][0-9])?$/;

/** What each type of a template's fields takes (WeChat's documentation of subscribe messages). */
const RULES: Readonly<Record<string, Rule>> = {
  thing: { max: 20, isCut: true },
  number: { max: 32, isCut: false, pattern: /^-?[0-9]+(\.[0-9]+)?$/ },
  letter: { max: 32, isCut: false, pattern: /^[A-Za-z]+$/ },
  symbol: { max: 5, isCut: false, pattern: /^[^\p{L}\p{N}\s]+$/u },
  character_string: { max: 32, isCut: false, pattern: /^[\x21-\x7e]+$/ },
  time: { max: 32, isCut: false, pattern: TIME },
  date: { max: 32, isCut: false, pattern: DATE },
  amount: { max: 16, isCut: false, pattern: /^[¥￥$€£]?[0-9]{1,10}(\.[0-9]{1,2})?元?$/ },
  phone_number: { max: 17, isCut: false, pattern: /^[0-9+\-() ]+$/ },
  car_number: { max: 8, isCut: false, pattern: /^[\p{Script=Han}A-Z0-9]+$/u },
  name: { max: 20, isCut: false, pattern: /^(\p{Script=Han}{1,10}|[A-Za-z ]{1,20})$/u },
  phrase: { max: 5, isCut: false, pattern: /^\p{Script=Han}+$/u },
};
export const FIELD_PATTERN = new RegExp(`^(${Object.keys(RULES).join('|')})[1-9][0-9]?$`);
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * A value as WeChat takes it in a field: without control characters, and free text cut to its length.
 * @throws {TemplateValueRefused} when it is empty or of another type
 * @example
 * fitValue('thing1', '  指数基金入门\n') // => '指数基金入门'
 */
export function fitValue(field: string, value: string): string {
  const rule = RULES[field.replace(/[0-9]+$/, '')];
  if (rule === undefined) throw new TemplateValueRefused(field, 'no such type');
  const text = value.replace(CONTROL, ' ').trim();
  if (text === '') throw new TemplateValueRefused(field, 'is empty');
  const characters = [...text];
  if (characters.length > rule.max && !rule.isCut) throw new TemplateValueRefused(field, `over ${rule.max}`);
  const fitted = characters.length > rule.max ? `${characters.slice(0, rule.max - 1).join('')}…` : text;
  if (rule.pattern !== undefined && !rule.pattern.test(fitted))
    throw new TemplateValueRefused(field, 'of another type');
  return fitted;
}
