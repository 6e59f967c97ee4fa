import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import {
  ADULT_STATEMENT,
  CONSENT_PURPOSES,
  type ConsentPurpose,
} from '@siyu/shared/contracts/identity.limits';
import { session } from '../../session/session';
import { phone } from '../../testing/taro';
import { ConsentChoice } from './consent-choice';
import WelcomePage from './index';

const member = {
  memberId: '019ab000-0000-7000-8000-000000000001',
  displayName: '何雨',
  registeredOn: '2026-09-10',
  hasConsented: true,
  isPersonalised: false,
  isAccountLinked: false,
  adviser: null,
};
const consent = (purpose: ConsentPurpose, mayAsk = true) => ({
  purpose,
  textVersion: `${purpose.toLowerCase()}-2026-11`,
  textSha256: '',
  title: purpose,
  text: '一段文字。',
  isGranted: false,
  decidedAt: null,
  mayAsk,
});
const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};

describe('the consents before the app opens', () => {
  let consents = CONSENT_PURPOSES.map((purpose) => consent(purpose));
  beforeEach(() => {
    phone.reset();
    consents = CONSENT_PURPOSES.map((purpose) => consent(purpose));
    phone.answer = ({ url, method }) => {
      if (url === '/v1/members/me') return { statusCode: 200, data: member };
      return { statusCode: 200, data: { consents: method === 'POST' ? [] : consents } };
    };
    session.set((before) => ({ ...before, phase: 'consenting', member: { ...member, hasConsented: false } }));
  });
  afterEach(cleanup);
  const told = (): unknown => phone.requests.find(({ method }) => method === 'POST')?.data;
  const isTicked = (purpose: ConsentPurpose): boolean =>
    byId(`consent-${purpose.toLowerCase()}`).getAttribute('aria-checked') === 'true';

  it('F-08 REQ-PI-1 each purpose stands alone with its version, unticked; two taps open the app with the necessary one', async () => {
    render(<ConsentChoice />);
    await waitFor(() => byId('consent-service'));
    expect(CONSENT_PURPOSES.filter(isTicked)).toEqual([]);
    for (const purpose of CONSENT_PURPOSES)
      expect(byId('consent-continue').parentElement?.parentElement?.textContent).toContain(
        `${purpose.toLowerCase()}-2026-11`,
      );
    expect(byId('consent-continue').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(byId('consent-service'));
    fireEvent.click(byId('consent-continue'));
    await waitFor(() => {
      expect(told()).toBeDefined();
    });
    expect(told()).toEqual({
      adultStatement: ADULT_STATEMENT.version,
      decisions: CONSENT_PURPOSES.map((purpose) => ({
        purpose,
        textVersion: `${purpose.toLowerCase()}-2026-11`,
        isGranted: purpose === 'SERVICE',
      })),
    });
  });

  it('F-08 REQ-PI-2 what was refused a short time ago is not asked again, and stays as it was decided', async () => {
    consents = CONSENT_PURPOSES.map((purpose) => consent(purpose, purpose !== 'MARKETING'));
    render(<ConsentChoice />);
    await waitFor(() => byId('consent-service'));
    expect(document.getElementById('consent-marketing')).toBeNull();
    expect(document.body.textContent).toContain('您最近不同意的几项，这里不再询问');
    fireEvent.click(byId('consent-service'));
    fireEvent.click(byId('consent-continue'));
    await waitFor(() => {
      expect(told()).toBeDefined();
    });
    expect(JSON.stringify(told())).not.toContain('MARKETING');
  });

  it('F-09 REQ-PI-9 the button by which one joins says to be of age; who is not leaves kindly, and is not kept', async () => {
    render(<ConsentChoice />);
    await waitFor(() => byId('consent-service'));
    expect(byId('consent-adult').textContent).toContain(ADULT_STATEMENT.text);
    fireEvent.click(byId('consent-service'));
    expect(byId('consent-continue').textContent).toContain('我已年满18周岁');
    fireEvent.click(byId('consent-minor'));
    await waitFor(() => {
      expect(phone.routes).toEqual(['/pages/welcome/index']);
    });
    const sent = phone.requests.filter(({ method }) => method !== 'GET');
    expect(sent.map(({ url }) => url.includes('/account-closings/'))).toEqual([true]);
    const { phase, member: left, sentence } = session.get();
    expect([phase, left]).toEqual(['failed', null]);
    expect(sentence).toContain('等您成年以后，欢迎再来');
  });

  it('F-09 REQ-3P-3 the page of entry says which firm provides the service', async () => {
    const runtime = {
      firmName: '某某证券股份有限公司',
      licenceNo: '',
      complaintPhone: '95588',
      sandboxPhoneUrl: null,
    };
    session.set((before) => ({ ...before, runtime }));
    render(<WelcomePage />);
    await waitFor(() => byId('consent-service'));
    expect(document.body.textContent).toContain('服务由某某证券股份有限公司提供');
  });
});
