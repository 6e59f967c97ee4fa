import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { About } from '../../pages/me/about';
import { session } from '../../session/session';
import { learner } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import AboutPage from './index';
import { MIT_TEXT, NOTICES, OWN } from './notices';

const ROOT = resolve(__dirname, '../../../..');
const runtime = {
  firmName: '某某证券股份有限公司',
  licenceNo: 'Z12345678',
  complaintPhone: '95588',
  sandboxPhoneUrl: null,
};

describe('about', () => {
  beforeEach(() => {
    phone.reset();
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner, runtime }));
    });
  });
  afterEach(cleanup);
  const text = (id: string): string => document.getElementById(id)?.textContent ?? '';

  it('REQ-PUB-9 D-01 is reached from “me”, and says which version, who runs it, under which licence, the risk and whom to call', () => {
    render(<About />);
    fireEvent.click(screen.getByText('关于私域'));
    expect(phone.routes).toEqual(['/account/about/index']);
    cleanup();

    render(<AboutPage />);
    expect(text('about-version')).toBe('版本 9.8.7');
    expect(text('about-firm')).toContain('某某证券股份有限公司');
    expect(text('about-licence')).toContain('Z12345678');
    expect(text('about-risk')).toContain('市场有风险');
    fireEvent.click(screen.getByText('95588'));
    expect(phone.calls).toEqual(['95588']);
  });

  it('D-01 shows no number of a licence where the firm has set none', () => {
    act(() => {
      session.set((before) => ({ ...before, runtime: { ...runtime, licenceNo: '00000000' } }));
    });
    render(<AboutPage />);
    expect(text('about-firm')).toContain('某某证券');
    expect(document.getElementById('about-licence')).toBeNull();
  });

  it('D-01 names its own licence as LICENSE and NOTICE do, and those of others as their packages do', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { license: string };
    expect(manifest.license).toBe(OWN.licence);
    expect(readFileSync(join(ROOT, 'LICENSE'), 'utf8')).toMatch(/Apache License\s+Version 2\.0/);
    expect(readFileSync(join(ROOT, 'NOTICE'), 'utf8')).toContain(OWN.copyright);
    const find = createRequire(join(ROOT, 'miniprogram/package.json'));
    for (const { packages, licence, copyright } of NOTICES) {
      for (const name of packages) {
        const file = find.resolve.paths(name)?.map((folder) => join(folder, name, 'package.json')) ?? [];
        const found = file.find((path) => exists(path)) ?? '';
        expect(JSON.parse(readFileSync(found, 'utf8'))).toMatchObject({ name, license: licence });
        const words = readFileSync(join(dirname(found), 'LICENSE'), 'utf8').replaceAll(/\s+/g, ' ');
        expect(words).toContain(copyright);
        for (const paragraph of MIT_TEXT) expect(words).toContain(paragraph);
      }
    }
    render(<AboutPage />);
    for (const { name, copyright } of NOTICES) {
      expect(text('about-software')).toContain(name);
      expect(text('about-software')).toContain(copyright);
    }
    expect(text('about-software')).not.toContain(MIT_TEXT[1]);
    fireEvent.click(screen.getByText('查看 MIT 许可全文'));
    for (const paragraph of MIT_TEXT) expect(text('about-software')).toContain(paragraph);
  });
});

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
