import type { StoredUser } from '../store.js';

/** A place in the order in which users were created: what a page token says. */
export interface Place {
  readonly index: number;
  readonly username: string;
}

/**
 * The users of a pool by name, with their order at hand, so that a page of a million users costs no more than one of ten.
 * Users who are gone stay in the order until they are half of it.
 */
export class UserTable extends Map<string, StoredUser> {
  #order: StoredUser[] = [];

  override set(username: string, user: StoredUser): this {
    if (this.get(username) !== user) this.#order.push(user);
    super.set(username, user);
    if (this.#order.length > 2 * this.size + 64) this.#order = this.#order.filter((one) => this.#isLive(one));
    return this;
  }

  /** Users after a place, or all, in the order of their creation. */
  *after(place?: Place): Generator<readonly [Place, StoredUser]> {
    for (let index = place ? this.#indexOf(place) + 1 : 0; index < this.#order.length; index += 1) {
      const user = this.#order[index];
      if (user && this.#isLive(user)) yield [{ index, username: user.username }, user];
    }
  }

  /** Whether a place can be gone on from. */
  knows(place: Place): boolean {
    return this.#indexOf(place) >= 0;
  }

  #indexOf({ index, username }: Place): number {
    if (this.#order[index]?.username === username) return index;
    return this.#order.findIndex((user) => user.username === username);
  }

  #isLive(user: StoredUser): boolean {
    return this.get(user.username) === user;
  }
}
