/** What a keyword of each type may hold; the type is the prefix of the key. */
const DATE = String.raw`\d{4}年\d{1,2}月\d{1,2}日`;
const TIME = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const MOMENT = String.raw`(${DATE} )?${TIME}`;
const DAY = String.raw`${DATE}( ${TIME})?`;

const TYPES: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/u,
  number: /^(?=.{1,32}$)-?\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[\p{P}\p{S}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: new RegExp(`^${MOMENT}(~${MOMENT})?$`),
  date: new RegExp(`^${DAY}(~${DAY})?$`),
  amount: /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+\- ()]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Z\d]{1,8}$/u,
  name: /^(?=.*\p{Script=Han})[\p{L}\p{M}·. ]{1,10}$|^[A-Za-z.' ]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** Letters of one line, without the signs that steer a terminal. */
const CONTROL = /\p{Cc}/u;

const typeOf = (key: string): RegExp | undefined => TYPES[key.replace(/\d+$/, '')];

/** Whether a value fits the type its key names. */
export function fitsType(key: string, value: string): boolean {
  return !CONTROL.test(value) && typeOf(key)?.test(value) === true;
}
