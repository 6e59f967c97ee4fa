import type { WecomApi } from './api.ts';
import { WecomRefusal } from './refusal.ts';
import type { WecomWorld } from './wecom-world.ts';

/** Tickets that pages beside a chat are signed with: the corp's, and the app's own. */
export function jsSdkApis(wecom: WecomWorld): readonly WecomApi[] {
  return [
    {
      path: 'get_jsapi_ticket',
      method: 'GET',
      needs: null,
      handle: () => wecom.jsSdk.ticket(null),
    },
    {
      path: 'ticket/get',
      method: 'GET',
      needs: null,
      handle: ({ app, query }) => {
        if (query['type'] !== 'agent_config') throw new WecomRefusal(40058, 'type: agent_config');
        return wecom.jsSdk.ticket(app.agentId);
      },
    },
  ];
}
