import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';

export interface Tag {
  readonly id: string;
  name: string;
  order: number;
  readonly createdAt: number;
}

export interface TagGroup {
  readonly id: string;
  name: string;
  order: number;
  readonly createdAt: number;
  tags: Tag[];
}

/** The tags of the firm (企业客户标签), in groups. */
export class Tags {
  groups: readonly TagGroup[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  newGroup(name: string, order: number): TagGroup {
    const group: TagGroup = { id: this.newId(), name, order, createdAt: this.clock.now(), tags: [] };
    this.groups = [...this.groups, group];
    return group;
  }

  newTag(group: TagGroup, name: string, order: number): Tag {
    const tag = { id: this.newId(), name, order, createdAt: this.clock.now() };
    group.tags = [...group.tags, tag];
    return tag;
  }

  find(tagId: string): { readonly group: TagGroup; readonly tag: Tag } | null {
    for (const group of this.groups) {
      const tag = group.tags.find(({ id }) => id === tagId);
      if (tag !== undefined) return { group, tag };
    }
    return null;
  }

  /** Whole groups, and tags; a group without tags goes too. */
  remove(tagIds: readonly string[], groupIds: readonly string[]): void {
    for (const group of this.groups) group.tags = group.tags.filter(({ id }) => !tagIds.includes(id));
    this.groups = this.groups.filter(({ id, tags }) => !groupIds.includes(id) && tags.length > 0);
  }

  /** By hand: a tag in a group of that name, which is made when there is none. */
  create(groupName: string, name: string): string {
    const group = this.groups.find((each) => each.name === groupName) ?? this.newGroup(groupName, 0);
    return this.newTag(group, name, 0).id;
  }

  /** By hand: another name, or away with it; false when there is no such tag. */
  change(tagId: string, name: string | null): boolean {
    const found = this.find(tagId);
    if (found === null) return false;
    if (name === null) this.remove([tagId], []);
    else found.tag.name = name;
    return true;
  }

  /** The tags of a customer as externalcontact/get lists them. */
  describe(tagIds: Iterable<string>): readonly object[] {
    return [...tagIds].flatMap((id) => {
      const found = this.find(id);
      if (found === null) return [];
      return [{ group_name: found.group.name, tag_name: found.tag.name, tag_id: id, type: 1 }];
    });
  }

  private newId(): string {
    return `etSbx${hex(this.randomness, 13)}`;
  }
}
