import { z } from 'zod';
import { readBody, type WecomApi, type WecomCall } from './api.ts';
import { contactEmployee } from './contact.apis.ts';
import type { ContactWay } from './contact-ways.ts';
import { WecomRefusal } from './refusal.ts';
import type { WecomWorld } from './wecom-world.ts';

const SHARED_MAX = 100;

const fields = {
  style: z.int().min(1).max(3),
  remark: z.string().max(30),
  skip_verify: z.boolean(),
  state: z.string().max(30),
  user: z.array(z.string()).max(SHARED_MAX),
  party: z.array(z.int()),
};

const Adding = z.object({
  style: fields.style.default(1),
  remark: fields.remark.default(''),
  skip_verify: fields.skip_verify.default(true),
  state: fields.state.default(''),
  user: fields.user.default([]),
  party: fields.party.default([]),
  type: z.union([z.literal(1), z.literal(2)]),
  scene: z.union([z.literal(1), z.literal(2)]),
  is_temp: z.boolean().default(false),
});

const Updating = z.object(fields).partial().extend({ config_id: z.string() });
const Naming = z.object({ config_id: z.string() });
const Listing = z.object({
  start_time: z.int().optional(),
  end_time: z.int().optional(),
  cursor: z.string().default(''),
  limit: z.int().min(1).max(1000).default(100),
});

/** The employees behind a way: those named and those of the departments, all of them with customer contact. */
function employeesOf(
  wecom: WecomWorld,
  call: WecomCall,
  given: { type: 1 | 2; user: readonly string[]; party: readonly number[] },
): readonly string[] {
  if (given.type === 1 && given.user.length !== 1) throw new WecomRefusal(40058, 'user: one for type 1');
  for (const userid of given.user) contactEmployee(wecom, call, userid);
  const ofParties = wecom.corp.employees
    .filter(({ department, hasCustomerContact }) => hasCustomerContact && given.party.includes(department))
    .map(({ userid }) => userid);
  const all = [...new Set([...given.user, ...ofParties])];
  if (all.length === 0) throw new WecomRefusal(40058, 'user, party: nobody');
  return all;
}

function described(way: ContactWay, origin: string): object {
  return {
    config_id: way.configId,
    type: way.type,
    scene: way.scene,
    style: way.style,
    remark: way.remark,
    skip_verify: way.skipVerify,
    state: way.state,
    // A control in a mini-program has no picture.
    ...(way.scene === 2 ? { qr_code: qrUrl(way, origin) } : {}),
    user: way.users,
    party: [],
    is_temp: false,
  };
}

const qrUrl = (way: ContactWay, origin: string): string => `${origin}/wwpic/contact-way/${way.configId}.png`;

/** 联系我: codes by which a customer adds an employee. */
export function contactWayApis(wecom: WecomWorld): readonly WecomApi[] {
  return [
    {
      path: 'externalcontact/add_contact_way',
      method: 'POST',
      needs: 'contact',
      handle: (call) => {
        const given = readBody(Adding, call.body, { type: 41037 });
        if (given.is_temp) throw new WecomRefusal(48002, 'is_temp: medical industry only');
        const way = wecom.contactWays.add({
          type: given.type,
          scene: given.scene,
          style: given.style,
          remark: given.remark,
          skipVerify: given.skip_verify,
          state: given.state,
          users: employeesOf(wecom, call, given),
        });
        return {
          config_id: way.configId,
          ...(way.scene === 2 ? { qr_code: qrUrl(way, call.origin) } : {}),
        };
      },
    },
    {
      path: 'externalcontact/get_contact_way',
      method: 'POST',
      needs: 'contact',
      handle: ({ body, origin }) => ({
        contact_way: described(wecom.contactWays.get(readBody(Naming, body).config_id), origin),
      }),
    },
    {
      path: 'externalcontact/list_contact_way',
      method: 'POST',
      needs: 'contact',
      handle: ({ body }) => {
        const { start_time: from, end_time: until, cursor, limit } = readBody(Listing, body);
        const all = wecom.contactWays
          .list()
          .filter(({ createdAt }) => from === undefined || createdAt >= from * 1000)
          .filter(({ createdAt }) => until === undefined || createdAt <= until * 1000);
        const start = wecom.cursors.positionOf(cursor);
        return {
          contact_way: all.slice(start, start + limit).map(({ configId }) => ({ config_id: configId })),
          next_cursor: wecom.cursors.next(start + limit, all.length),
        };
      },
    },
    {
      path: 'externalcontact/update_contact_way',
      method: 'POST',
      needs: 'contact',
      handle: (call) => {
        const given = readBody(Updating, call.body);
        const way = wecom.contactWays.get(given.config_id);
        if (given.user !== undefined)
          way.users = employeesOf(wecom, call, {
            type: way.type,
            user: given.user,
            party: given.party ?? [],
          });
        way.remark = given.remark ?? way.remark;
        way.state = given.state ?? way.state;
        way.skipVerify = given.skip_verify ?? way.skipVerify;
        way.style = given.style ?? way.style;
        return {};
      },
    },
    {
      path: 'externalcontact/del_contact_way',
      method: 'POST',
      needs: 'contact',
      handle: ({ body }) => {
        wecom.contactWays.remove(readBody(Naming, body).config_id);
        return {};
      },
    },
  ];
}
