import { describe, expect, it } from '@jest/globals';
import { decryptMessage, encryptMessage, signParts } from './message-crypto.ts';

/** The vectors that WeChat's own sample code and documentation publish. */
const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const receiveId = 'wxb11529c136998cb6';
const message = '我是中文abcd123';
const published = 'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==';

describe('the encryption of callbacks', () => {
  it('E-04 the published message vector is reproduced both ways', () => {
    const random = Buffer.from('aaaabbbbccccdddd');
    expect(encryptMessage({ encodingAesKey: key, receiveId, message, random })).toBe(published);
    expect(decryptMessage(key, published)).toEqual({ message, receiveId });
  });

  it('E-04 the published signature of URL verification is reproduced', () => {
    expect(signParts('AAAAA', '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
  });

  it('E-04 another key, a cut text and a key that is too short are refused', () => {
    expect(() => decryptMessage(`B${key.slice(1)}`, published)).toThrow();
    expect(() => decryptMessage(key, published.slice(0, 40))).toThrow();
    expect(() => decryptMessage('short', published)).toThrow('43');
  });

  it('E-04 every length pads to blocks of 32', () => {
    for (let length = 0; length <= 64; length += 1) {
      const random = Buffer.alloc(16, 7);
      const text = 'x'.repeat(length);
      const encrypted = encryptMessage({ encodingAesKey: key, receiveId, message: text, random });
      expect(Buffer.from(encrypted, 'base64').length % 32).toBe(0);
      expect(decryptMessage(key, encrypted)).toEqual({ message: text, receiveId });
    }
  });
});
