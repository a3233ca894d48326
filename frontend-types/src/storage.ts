type MaybePromise<T> = T | Promise<T>;

/**
 * Where a session is kept between calls; read before each, so that every tab sees the same. What one tab has written
 * must be what the next tab reads once it has the lock: `localStorage` can't promise that, for Chromium hands its
 * changes to other processes late, and a refresh token would be used twice.
 */
export interface TokenStorage {
  /** The same in all tabs that share this storage, and only there; null: nobody shares it. */
  readonly name: string | null;
  read(): MaybePromise<string | null>;
  /** Done when every tab reads `value`; null removes. */
  write(value: string | null): MaybePromise<void>;
}

/** The default: gone with the page. */
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

const STORE = "session";
const KEY = "tokens";

/**
 * IndexedDB: survives a reload and is shared by the tabs of an origin. Where the browser refuses it (privacy mode,
 * quota), this tab keeps the session to itself.
 */
export function browserStorage(name = "foothold.session"): TokenStorage {
  let opened: Promise<IDBDatabase> | null = null;
  let own: { value: string | null } | null = null;

  async function run(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const database = await (opened ??= openDatabase(name, () => (opened = null)));
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    name,
    read: async () => {
      if (own) return own.value;
      try {
        const value = await run("readonly", (store) => store.get(KEY));
        return typeof value === "string" ? value : null;
      } catch {
        return null;
      }
    },
    write: async (value) => {
      try {
        await run("readwrite", (store) => (value === null ? store.delete(KEY) : store.put(value, KEY)));
        own = null;
      } catch {
        own = { value };
      }
    },
  };
}

/** `onGone`: the connection failed, was closed by the browser, or gives way to a deletion. */
function openDatabase(name: string, onGone: () => void): Promise<IDBDatabase> {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => {
      onGone();
      reject(request.error);
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = onGone;
      database.onversionchange = () => {
        database.close();
        onGone();
      };
      resolve(database);
    };
  });
}
