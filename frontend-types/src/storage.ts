type MaybePromise<T> = T | Promise<T>;

/** Where a session is kept between calls; read before each, so that every tab sees the same. */
export interface TokenStorage {
  /** The same in all tabs that share this storage, and only there; null: nobody shares it. */
  readonly name: string | null;
  read(): MaybePromise<string | null>;
  write(value: string | null): MaybePromise<void>;
}

/** The default: gone with the page, out of reach of other scripts' storage access. */
export function memoryStorage(): TokenStorage {
  let held: string | null = null;
  return {
    name: null,
    read: () => held,
    write: (value) => {
      held = value;
    },
  };
}

/** `localStorage`, or whatever has its methods. Where writing is refused (quota, privacy mode) this tab keeps its own. */
export function webStorage(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  key = "foothold.session",
): TokenStorage {
  let own: { value: string | null } | null = null;
  return {
    name: key,
    read: () => (own ? own.value : storage.getItem(key)),
    write: (value) => {
      try {
        if (value === null) storage.removeItem(key);
        else storage.setItem(key, value);
        own = null;
      } catch {
        own = { value };
      }
    },
  };
}
