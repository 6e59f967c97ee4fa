import { z } from 'zod';
import { readBody, type WecomApi } from './api.ts';
import type { JoinWay } from './join-ways.ts';
import type { WecomWorld } from './wecom-world.ts';

const Joining = z.object({
  scene: z.union([z.literal(1), z.literal(2)]),
  remark: z.string().max(30).default(''),
  auto_create_room: z.union([z.literal(0), z.literal(1)]).default(1),
  room_base_name: z.string().max(40).default(''),
  room_base_id: z.int().min(0).default(1),
  chat_id_list: z.array(z.string()).min(1).max(5),
  state: z.string().max(30).default(''),
});
const Updating = Joining.extend({ config_id: z.string() });
const Naming = z.object({ config_id: z.string() });

function fieldsOf(wecom: WecomWorld, given: z.infer<typeof Joining>): Omit<JoinWay, 'configId'> {
  for (const chatId of given.chat_id_list) wecom.groups.get(chatId);
  return {
    scene: given.scene,
    remark: given.remark,
    createsRoom: given.auto_create_room === 1,
    roomBaseName: given.room_base_name,
    roomBaseId: given.room_base_id,
    chatIds: given.chat_id_list,
    state: given.state,
  };
}

/** 加入群聊: codes by which a customer comes into a group. */
export function joinWayApis(wecom: WecomWorld): readonly WecomApi[] {
  return [
    {
      path: 'externalcontact/groupchat/add_join_way',
      method: 'POST',
      needs: 'contact',
      handle: ({ body }) => ({
        config_id: wecom.joinWays.add(fieldsOf(wecom, readBody(Joining, body))).configId,
      }),
    },
    {
      path: 'externalcontact/groupchat/get_join_way',
      method: 'POST',
      needs: 'contact',
      handle: ({ body, origin }) => {
        const way = wecom.joinWays.get(readBody(Naming, body).config_id);
        return {
          join_way: {
            config_id: way.configId,
            scene: way.scene,
            remark: way.remark,
            auto_create_room: way.createsRoom ? 1 : 0,
            room_base_name: way.roomBaseName,
            room_base_id: way.roomBaseId,
            chat_id_list: way.chatIds,
            qr_code: `${origin}/wwpic/join-way/${way.configId}.png`,
            state: way.state,
          },
        };
      },
    },
    {
      path: 'externalcontact/groupchat/update_join_way',
      method: 'POST',
      needs: 'contact',
      handle: ({ body }) => {
        const given = readBody(Updating, body);
        Object.assign(wecom.joinWays.get(given.config_id), fieldsOf(wecom, given));
        return {};
      },
    },
    {
      path: 'externalcontact/groupchat/del_join_way',
      method: 'POST',
      needs: 'contact',
      handle: ({ body }) => {
        wecom.joinWays.remove(readBody(Naming, body).config_id);
        return {};
      },
    },
  ];
}
