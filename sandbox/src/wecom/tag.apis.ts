import { z } from 'zod';
import { readBody, type WecomApi } from './api.ts';
import { contactEmployee } from './contact.apis.ts';
import { WecomRefusal } from './refusal.ts';
import type { TagGroup } from './tags.ts';
import type { WecomWorld } from './wecom-world.ts';

const name = z.string().min(1).max(30);
const order = z.int().min(0).default(0);
const Listing = z.object({
  tag_id: z.array(z.string()).optional(),
  group_id: z.array(z.string()).optional(),
});
const Adding = z.object({
  group_id: z.string().optional(),
  group_name: name.optional(),
  order,
  tag: z.array(z.object({ name, order })).min(1),
});
const Editing = z.object({ id: z.string(), name: name.optional(), order: z.int().min(0).optional() });
const Deleting = z.object({
  tag_id: z.array(z.string()).default([]),
  group_id: z.array(z.string()).default([]),
});
const Marking = z.object({
  userid: z.string(),
  external_userid: z.string(),
  add_tag: z.array(z.string()).default([]),
  remove_tag: z.array(z.string()).default([]),
});

function described(group: TagGroup, tagIds?: readonly string[]): object {
  return {
    group_id: group.id,
    group_name: group.name,
    create_time: Math.floor(group.createdAt / 1000),
    order: group.order,
    tag: group.tags
      .filter(({ id }) => tagIds === undefined || tagIds.includes(id))
      .map((tag) => ({
        id: tag.id,
        name: tag.name,
        create_time: Math.floor(tag.createdAt / 1000),
        order: tag.order,
      })),
  };
}

/** 企业客户标签: tags of the firm and who carries them. */
export function tagApis(wecom: WecomWorld): readonly WecomApi[] {
  const post = (path: string, handle: WecomApi['handle']): WecomApi => ({
    path: `externalcontact/${path}`,
    method: 'POST',
    needs: 'contact',
    handle,
  });
  return [
    post('get_corp_tag_list', ({ body }) => {
      const { tag_id: tagIds, group_id: groupIds } = readBody(Listing, body);
      const groups = wecom.tags.groups.filter(
        (group) =>
          (groupIds === undefined && tagIds === undefined) ||
          groupIds?.includes(group.id) === true ||
          group.tags.some(({ id }) => tagIds?.includes(id) === true),
      );
      // Groups win: when both are given, tags are not looked at.
      return {
        tag_group: groups.map((group) => described(group, groupIds === undefined ? tagIds : undefined)),
      };
    }),
    post('add_corp_tag', ({ body }) => {
      const given = readBody(Adding, body);
      const byId = wecom.tags.groups.find(({ id }) => id === given.group_id);
      if (given.group_id !== undefined && byId === undefined) throw new WecomRefusal(40068, 'group_id');
      if (byId === undefined && given.group_name === undefined)
        throw new WecomRefusal(40058, 'group_id, group_name: neither');
      const known = byId ?? wecom.tags.groups.find((group) => group.name === given.group_name);
      const names = given.tag.map((tag) => tag.name);
      if (new Set(names).size < names.length || known?.tags.some((tag) => names.includes(tag.name)) === true)
        throw new WecomRefusal(40071);
      const group = known ?? wecom.tags.newGroup(given.group_name ?? '', given.order);
      const added = given.tag.map((tag) => wecom.tags.newTag(group, tag.name, tag.order));
      return {
        tag_group: described(
          group,
          added.map(({ id }) => id),
        ),
      };
    }),
    post('edit_corp_tag', ({ body }) => {
      const given = readBody(Editing, body);
      const target = wecom.tags.groups.find(({ id }) => id === given.id) ?? wecom.tags.find(given.id)?.tag;
      if (target === undefined) throw new WecomRefusal(40068);
      target.name = given.name ?? target.name;
      target.order = given.order ?? target.order;
      return {};
    }),
    post('del_corp_tag', ({ body }) => {
      const { tag_id: tagIds, group_id: groupIds } = readBody(Deleting, body);
      if (tagIds.length + groupIds.length === 0) throw new WecomRefusal(40058, 'tag_id, group_id: neither');
      for (const id of [...tagIds, ...groupIds])
        if (wecom.tags.find(id) === null && !wecom.tags.groups.some((group) => group.id === id))
          throw new WecomRefusal(40068);
      wecom.tags.remove(tagIds, groupIds);
      return {};
    }),
    post('mark_tag', (call) => {
      const given = readBody(Marking, call.body);
      contactEmployee(wecom, call, given.userid);
      const follow = wecom.customers.followOf(given.external_userid, given.userid);
      if (given.add_tag.length + given.remove_tag.length === 0)
        throw new WecomRefusal(40058, 'add_tag, remove_tag: neither');
      for (const id of [...given.add_tag, ...given.remove_tag])
        if (wecom.tags.find(id) === null) throw new WecomRefusal(40068, id);
      for (const id of given.add_tag) follow.tagIds.add(id);
      for (const id of given.remove_tag) follow.tagIds.delete(id);
      return {};
    }),
  ];
}
