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
  readonly tags: Tag[];
}

/** The tags of the firm (企业客户标签), in groups. */
export class Tags {
  readonly groups: TagGroup[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  newGroup(name: string, order: number): TagGroup {
    const group = { id: this.newId(), name, order, createdAt: this.clock.now(), tags: [] };
    this.groups.push(group);
    return group;
  }

  newTag(group: TagGroup, name: string, order: number): Tag {
    const tag = { id: this.newId(), name, order, createdAt: this.clock.now() };
    group.tags.push(tag);
    return tag;
  }

  find(tagId: string): { readonly group: TagGroup; readonly tag: Tag } | null {
    for (const group of this.groups) {
      const tag = group.tags.find(({ id }) => id === tagId);
      if (tag !== undefined) return { group, tag };
    }
    return null;
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
