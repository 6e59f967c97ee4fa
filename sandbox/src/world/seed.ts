import { z } from 'zod';
import { ACCOUNT_PATTERN } from '../phone-accounts.ts';
import type { World } from '../world.ts';

const account = z.string().regex(ACCOUNT_PATTERN);
const name = z.string().min(1).max(64);

/** A world in one piece; whoever is there already is replaced, whoever is not is added. */
export const WorldSeed = z.strictObject({
  people: z
    .array(z.strictObject({ account, nickname: name, description: z.string().max(200).default('') }))
    .max(5_000)
    .default([]),
  groups: z
    .array(
      z.strictObject({
        name,
        chatType: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(3),
        corp: z
          .strictObject({ corpId: z.string().max(64), chatId: z.string().max(64) })
          .nullable()
          .default(null),
        members: z.array(account).max(500),
      }),
    )
    .max(500)
    .default([]),
  employees: z
    .array(
      z.strictObject({
        userid: z.string().regex(/^[A-Za-z0-9._@-]{1,64}$/),
        name,
        department: z.number().int().min(1).default(1),
        hasCustomerContact: z.boolean().default(true),
        hasArchiveSeat: z.boolean().default(false),
      }),
    )
    .max(1_000)
    .default([]),
  /** Release lists, by app id. */
  pages: z.record(z.string().max(64), z.array(z.string().regex(/^[^/?][^?]*$/)).max(500)).default({}),
});
export type WorldSeed = z.infer<typeof WorldSeed>;

function put<T>(list: T[], given: readonly T[], keyOf: (each: T) => string): void {
  const at = new Map(list.map((each, index) => [keyOf(each), index]));
  for (const each of given) {
    const known = at.get(keyOf(each));
    if (known === undefined) at.set(keyOf(each), list.push(each) - 1);
    else list[known] = each;
  }
}

/** Puts a seed into the box. */
export function seedWorld(world: World, seed: WorldSeed): void {
  put(world.accounts, seed.people, (person) => person.account);
  put(world.employees, seed.employees, ({ userid }) => userid);
  for (const group of seed.groups) world.mini.groups.put(group);
  for (const [appId, pages] of Object.entries(seed.pages)) {
    const console = world.mini.consoles.find(appId);
    if (console !== null) console.releasedPages = pages;
  }
}
