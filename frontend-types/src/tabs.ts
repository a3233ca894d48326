/** What tabs that share a session do together: one at a time in the lock, and each hears what another did. */
export interface Tabs<Message> {
  withLock<T>(work: () => Promise<T>): Promise<T>;
  announce(message: Message): void;
  close(): void;
}

/** Queues by name, for where Web Locks are missing; they hold within one process or page. */
const queues = new Map<string, Promise<unknown>>();

async function inQueue<T>(name: string, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
  queues.set(name, turn);
  try {
    return await turn;
  } finally {
    if (queues.get(name) === turn) queues.delete(name);
  }
}

/**
 * `name` is the shared storage's; null: nobody to agree with. `isMessage` guards what other pages of the origin send.
 */
export function createTabs<Message>(
  name: string | null,
  isMessage: (value: unknown) => value is Message,
  onMessage: (message: Message) => void,
): Tabs<Message> {
  if (name === null) return { withLock: (work) => work(), announce: () => undefined, close: () => undefined };
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  if (channel) {
    channel.onmessage = ({ data }: { data: unknown }) => {
      if (isMessage(data)) onMessage(data);
    };
    letProcessEnd(channel);
  }
  const locks: LockManager | undefined = typeof navigator === "undefined" ? undefined : navigator.locks;
  return {
    withLock: async (work) => (locks ? await locks.request(name, work) : await inQueue(name, work)),
    announce: (message) => channel?.postMessage(message),
    close: () => channel?.close(),
  };
}

/** Node keeps running while a channel is open, unless told otherwise; browsers have no such method. */
function letProcessEnd(channel: object): void {
  if ("unref" in channel && typeof channel.unref === "function") channel.unref();
}
