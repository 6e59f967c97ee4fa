import { Injectable } from '@nestjs/common';

/**
 * What besides a busy processor says that work piles up inside the process: the lines before the database. Waiting
 * for anybody else is none.
 */
@Injectable()
export class LoadSigns {
  readonly #lines: (() => boolean)[] = [];

  /** @param isWaitedIn whether somebody waits there now since every place is taken; asked forty times a second */
  add(isWaitedIn: () => boolean): void {
    this.#lines.push(isWaitedIn);
  }

  hasLine(): boolean {
    return this.#lines.some((isWaitedIn) => isWaitedIn());
  }
}
