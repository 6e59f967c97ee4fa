import { beforeEach, describe, expect, it } from '@jest/globals';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { connection } from '../phone/connection';
import { phone } from '../testing/taro';
import { ApiError } from './api-error';
import { provideBearer } from './bearer';
import { call } from './call';

const errorOf = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error('no ApiError');
  return error;
};

describe('request adapter', () => {
  let token: string | null = 'old';
  let renewals = 0;
  beforeEach(() => {
    phone.reset();
    token = 'old';
    renewals = 0;
    provideBearer({
      token: () => token,
      renew: async () => {
        renewals++;
        token = 'new';
        return true;
      },
    });
  });

  it('fills the path and the query and carries the token', async () => {
    phone.answer = () => ({ statusCode: 200, data: { cards: [] } });
    await call(feedRoutes.getFeed, { query: { limit: 10, cursor: 'a_b' } });
    expect(phone.requests[0]).toMatchObject({
      url: '/v1/feed?limit=10&cursor=a_b',
      method: 'GET',
      header: { authorization: 'Bearer old' },
    });
  });

  it('sends no token to a public route and no content type without a body', async () => {
    phone.answer = () => ({ statusCode: 200, data: {} });
    await call(identityRoutes.getRuntime, {});
    expect(phone.requests[0]?.header).toEqual({});
  });

  it('renews an expired token once and repeats the request', async () => {
    phone.answer = ({ header }) =>
      header?.['authorization'] === 'Bearer new' ? { statusCode: 200, data: { ok: 1 } } : { statusCode: 401 };
    const answers = await Promise.all([
      call(identityRoutes.getMe, {}),
      call(contentRoutes.getLesson, { params: { lessonId: 'l' } }),
    ]);
    expect(answers).toEqual([{ ok: 1 }, { ok: 1 }]);
    expect(renewals).toBe(1);
  });

  it('does not go round in circles when the new token is refused too', async () => {
    phone.answer = () => ({ statusCode: 401, data: { code: 'http.unauthenticated' } });
    const error = await errorOf(call(identityRoutes.getMe, {}));
    expect(error.status).toBe(401);
    expect(renewals).toBe(1);
    expect(phone.requests).toHaveLength(2);
  });

  it('makes a problem into an error with its code and a Chinese sentence', async () => {
    phone.answer = () => ({
      statusCode: 503,
      data: JSON.stringify({ code: 'http.unavailable', title: 'x', status: 503 }),
    });
    const error = await errorOf(call(identityRoutes.getMe, {}));
    expect(error).toMatchObject({ code: 'http.unavailable', status: 503, isPassing: true });
    expect(error.sentence).toBe('服务正在启动或维护，请稍后再试。');
  });

  it('shows the sentence of the server for a code the phone does not know', async () => {
    phone.answer = () => ({ statusCode: 409, data: { code: 'x.new_reason', title: '这一课正在更新。' } });
    expect((await errorOf(call(identityRoutes.getMe, {}))).sentence).toBe('这一课正在更新。');
  });

  it('says that there is no network, and learns when there is one again', async () => {
    phone.answer = () => {
      throw new Error('request:fail');
    };
    const error = await errorOf(call(identityRoutes.getMe, {}));
    expect(error).toMatchObject({ code: 'client.offline', status: 0, isPassing: true });
    expect(connection.get().isOnline).toBe(false);
    phone.answer = () => ({ statusCode: 200, data: {} });
    await call(identityRoutes.getMe, {});
    expect(connection.get().isOnline).toBe(true);
  });
});
