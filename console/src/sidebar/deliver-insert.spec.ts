import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InsertDecision, WriteInsert } from '@siyu/shared/contracts/sidebar';
import type { InsertOutcome } from '@siyu/shared/contracts/sidebar.limits';
import { deliverInsert } from './deliver-insert.ts';
import type { WecomClient } from './wecom-client.ts';

const wanted: WriteInsert = {
  chat: { kind: 'GROUP', chatId: 'wr1' },
  text: '您好',
  purpose: 'SERVICE',
};
const ID = '01900000-0000-7000-8000-000000000001';

describe('handing a text to WeCom', () => {
  const real = globalThis.fetch;
  const acts: string[] = [];
  let decision: InsertDecision;
  let isTelling = true;
  beforeEach(() => {
    acts.length = 0;
    isTelling = true;
    decision = { insertId: ID, refusal: null, text: '您好', findings: [] };
    globalThis.fetch = async (address, init) => {
      const path = new URL(address instanceof Request ? address.url : address, 'http://desk').pathname;
      const [, name = ''] = path.split('/v1/console/sidebar/');
      acts.push(name.endsWith('outcome') && typeof init?.body === 'string' ? `${name} ${init.body}` : name);
      if (name === 'inserts') return new Response(JSON.stringify(decision));
      if (!isTelling) throw new TypeError('away');
      return new Response(null, { status: 204 });
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
  });
  const clientThatSays = (outcome: InsertOutcome): WecomClient => ({
    chat: wanted.chat,
    send: async (text) => {
      acts.push(`send ${text}`);
      return outcome;
    },
  });

  it('E-11 WeCom is asked after the server has let the text through, and what it said is told', async () => {
    for (const outcome of ['SENT', 'FAILED', 'UNKNOWN'] as const) {
      acts.length = 0;
      expect(await deliverInsert(clientThatSays(outcome), wanted, 'key-00000001')).toEqual({
        decision,
        outcome,
      });
      expect(acts).toEqual(['inserts', 'send 您好', `inserts/${ID}/outcome {"outcome":"${outcome}"}`]);
    }
  });

  it('E-11 a refused text never reaches WeCom, nor does one that has come to an end before', async () => {
    for (const refusal of ['WORDING', null] as const) {
      acts.length = 0;
      decision = { ...decision, refusal, text: null };
      expect((await deliverInsert(clientThatSays('SENT'), wanted, 'key-00000002')).outcome).toBeNull();
      expect(acts).toEqual(['inserts']);
    }
  });

  it('E-11 what WeCom said holds for the person even when it cannot be told', async () => {
    isTelling = false;
    expect((await deliverInsert(clientThatSays('SENT'), wanted, 'key-00000003')).outcome).toBe('SENT');
  });
});
