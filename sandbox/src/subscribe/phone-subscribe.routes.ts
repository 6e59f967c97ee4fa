import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { personOn, PersonOnPhone, type Person } from '../phone-person.ts';
import type { World } from '../world.ts';
import { requestSubscribe } from './request-subscribe.ts';

const Request = PersonOnPhone.extend({
  tmplIds: z.array(z.string()).max(50),
  choices: z.record(z.string(), z.enum(['accept', 'reject'])).default({}),
  keeps: z.boolean().default(false),
  isTap: z.boolean().default(true),
});
const Setting = PersonOnPhone.extend({
  mainSwitch: z.boolean().optional(),
  itemSettings: z.record(z.string(), z.enum(['accept', 'reject'])).default({}),
});

/** The box that asks for subscribe messages, and the settings where a person changes their mind. */
export function phoneSubscribeRoutes(app: FastifyInstance, world: World): void {
  const tell = (
    person: Person,
    event: string,
    wrapper: string,
    entries: readonly Record<string, string>[],
  ) => {
    if (entries.length === 0) return;
    world.mini.pushes.get(person.app.appId)?.fire({
      openid: person.openid,
      fields: { MsgType: 'event', Event: event },
      list: { wrapper, entries },
    });
  };

  app.post('/__phone/subscribe', async (request, reply) => {
    const asked = Request.safeParse(request.body);
    const person = asked.success ? personOn(world, asked.data) : null;
    if (!asked.success || person === null) return reply.code(400).send({ message: 'account, tmplIds' });
    const { appId } = person.app;
    const { templates } = world.mini.consoles.of(appId);
    const ask = { ...asked.data, appId, openid: person.openid };
    const { answer, popup } = requestSubscribe(templates, world.mini.subscriptions, ask);
    const entries = popup.map(({ templateId, choice }) => ({
      TemplateId: templateId,
      SubscribeStatusString: choice,
      PopupScene: '0',
    }));
    tell(person, 'subscribe_msg_popup_event', 'SubscribeMsgPopupEvent', entries);
    return answer;
  });

  app.post('/__phone/subscription-settings', async (request, reply) => {
    const asked = Setting.safeParse(request.body);
    const person = asked.success ? personOn(world, asked.data) : null;
    if (!asked.success || person === null) return reply.code(400).send({ message: 'account' });
    const { subscriptions } = world.mini;
    const { appId } = person.app;
    const { mainSwitch, itemSettings } = asked.data;
    if (mainSwitch !== undefined) subscriptions.setMainSwitch(appId, person.openid, mainSwitch);
    for (const [templateId, status] of Object.entries(itemSettings)) {
      const allowance = subscriptions.of(appId, person.openid, templateId);
      allowance.kept = status;
      if (status === 'reject') [allowance.balance, allowance.isSubscribed] = [0, false];
    }
    // Only taking back is told.
    const entries = Object.entries(itemSettings)
      .filter(([, status]) => status === 'reject')
      .map(([TemplateId, SubscribeStatusString]) => ({ TemplateId, SubscribeStatusString }));
    tell(person, 'subscribe_msg_change_event', 'SubscribeMsgChangeEvent', entries);
    return reply.code(204).send();
  });

  app.get('/__phone/subscription-settings', async (request, reply) => {
    const asked = PersonOnPhone.safeParse(request.query);
    const person = asked.success ? personOn(world, asked.data) : null;
    if (person === null) return reply.code(400).send({ message: 'account' });
    const { appId } = person.app;
    const { subscriptions } = world.mini;
    const itemSettings: Record<string, string> = {};
    for (const { templateId } of world.mini.consoles.of(appId).templates) {
      const { kept } = subscriptions.of(appId, person.openid, templateId);
      if (kept !== null) itemSettings[templateId] = kept;
    }
    return { mainSwitch: subscriptions.isMainSwitchOn(appId, person.openid), itemSettings };
  });

  app.get('/__phone/inbox', async (request, reply) => {
    const asked = PersonOnPhone.safeParse(request.query);
    if (!asked.success) return reply.code(400).send({ message: 'account' });
    return { messages: world.mini.inbox.of(asked.data.account) };
  });
}
