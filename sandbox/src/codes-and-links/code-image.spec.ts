import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { foreignMiniProgram } from '../mini-programs.ts';
import { openBox, RID, type Box } from '../testing/open-box.ts';
import { scanCode } from '../testing/scan-code.ts';

const PATH = '/wxa/getwxacodeunlimit';

describe('code images', () => {
  let box: Box;
  beforeEach(async () => {
    box = await openBox();
  });
  afterEach(() => box.close());

  const scanned = async (payload: object, by = 'scan') => {
    const picture = await box.post(PATH, { width: 280, ...payload });
    const text = scanCode(picture.bytes)?.text;
    return (await box.call('POST', '/__phone/open', { text, by })).body;
  };
  const refusal = async (payload: object) =>
    (await box.post(PATH, { width: 280, ...payload })).body['errcode'];

  it('SBX-53 E-01 the picture is a PNG of the width asked for, and a camera reads page and scene from it', async () => {
    const picture = await box.post(PATH, { scene: 'k=aZ09', page: 'lesson/read/index', width: 320 });
    expect([picture.status, picture.type]).toEqual([200, 'image/png']);
    expect(scanCode(picture.bytes)).toMatchObject({ width: 320 });
    expect(await scanned({ scene: 'k=aZ09', page: 'lesson/read/index' })).toEqual({
      errMsg: 'open:ok',
      appId: expect.any(String),
      path: 'lesson/read/index',
      query: { scene: 'k%3DaZ09' },
      scene: 1047,
    });
    expect(await scanned({ scene: 'x' }, 'long_press')).toMatchObject({
      path: 'pages/home/index',
      scene: 1048,
    });
    const blue = { scene: 'x', line_color: { r: '10', g: 20, b: 200 } };
    expect(await scanned(blue, 'album')).toMatchObject({ scene: 1049 });
  });

  it.each([
    ['nothing', undefined, 40129],
    ['a Chinese letter', 'k=中', 40129],
    ['a per cent sign', 'k=%20', 40129],
    ['a space', 'a b', 40129],
    ['33 characters', 'x'.repeat(33), 40169],
    ['a key of WeChat', 'scancode_time=1', 85096],
  ])('SBX-54 E-01 a scene of %s is refused', async (_what, scene, errcode) => {
    expect(await refusal({ scene })).toBe(errcode);
  });

  it('SBX-54 E-01 a scene of 32 characters with every sign allowed is drawn and read back', async () => {
    const scene = "!#$&'()*+,/:;=?@-._~Az09".padEnd(32, 'x');
    expect(decodeURIComponent(String((await scanned({ scene }))['query']?.['scene' as never]))).toBe(scene);
  });

  it('SBX-55 E-01 a page is one of the release, without slash and query; check_path false lifts the first', async () => {
    const scene = 'x';
    for (const page of ['/pages/home/index', 'pages/home/index?a=1', 'pages/none/index']) {
      expect(await refusal({ scene, page })).toBe(41030);
    }
    expect(await refusal({ scene, page: '/pages/none/index', check_path: false })).toBe(41030);
    expect(
      (await box.post(PATH, { width: 280, scene, page: 'pages/none/index', check_path: false })).type,
    ).toBe('image/png');
    expect((await box.post(PATH, { width: 280, scene, page: 'pages/home/index' })).type).toBe('image/png');
    expect(
      (await box.post(PATH, { width: 280, scene, page: 'pages/home/index' }, foreignMiniProgram)).body,
    ).toEqual({
      errcode: 41030,
      errmsg: expect.stringMatching(RID),
    });
  });

  it('SBX-56 E-01 env_version, width and types have their bounds', async () => {
    expect(await refusal({ scene: 'x', env_version: 'beta' })).toBe(40097);
    expect(await refusal({ scene: 'x', width: 279 })).toBe(40097);
    expect(await refusal({ scene: 'x', width: 1281 })).toBe(40097);
    expect(await refusal({ scene: 'x', is_hyaline: 'yes' })).toBe(47001);
    for (const good of [{ env_version: 'trial' }, {}, { is_hyaline: true }]) {
      expect((await box.post(PATH, { scene: 'x', width: 280, ...good })).type).toBe('image/png');
    }
  });

  it('SBX-57 E-01 5,000 a minute, then 45009', async () => {
    const { quotas } = box.world.mini;
    const { appId } = box.world.miniPrograms[0]!;
    for (let call = 0; call < 4_999; call += 1) quotas.take(`code ${appId}`, { perMinute: 5_000 });
    expect((await box.post(PATH, { scene: 'x', width: 280 })).type).toBe('image/png');
    expect(await refusal({ scene: 'x' })).toBe(45009);
    box.advance(60_000);
    expect((await box.post(PATH, { scene: 'x', width: 280 })).type).toBe('image/png');
  });
});
