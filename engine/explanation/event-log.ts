import type { ExplainEvent } from '../documents/explain.ts';
import { CAUSES, DEMOTED, type Observer, PROMOTED } from '../hierarchy/events.ts';

/** What happens in a hierarchy during one request: a move between levels is one event. */
export class EventLog implements Observer {
  private events: ExplainEvent[] = [];
  private readonly names: readonly string[];
  private readonly next: Observer | null;

  /**
   * @param names of the stores
   * @param next who listens already, and goes on doing so
   */
  constructor(names: readonly string[], next: Observer | null) {
    this.names = names;
    this.next = next;
  }

  /** The events since the last call. */
  take(): ExplainEvent[] {
    const { events } = this;
    this.events = [];
    return events;
  }

  hit(store: number, id: number): void {
    this.next?.hit(store, id);
  }

  miss(store: number, id: number): void {
    this.next?.miss(store, id);
  }

  insert(store: number, id: number): void {
    this.events.push({ kind: 'entered', place: this.names[store]!, id });
    this.next?.insert(store, id);
  }

  update(store: number, id: number): void {
    this.events.push({ kind: 'overwritten', place: this.names[store]!, id });
    this.next?.update(store, id);
  }

  leave(store: number, id: number, cause: number): void {
    this.note(store, id, cause);
    this.next?.leave(store, id, cause);
  }

  private note(store: number, id: number, cause: number): void {
    const place = this.names[store]!;
    if (cause === PROMOTED || cause === DEMOTED) {
      // The insertion of the move was told before.
      const at = this.events.findLastIndex(each => each.kind === 'entered' && each.id === id);
      const entered = this.events[at];
      if (entered) {
        this.events.splice(at, 1, { kind: 'moved', place, to: entered.place, id });
        return;
      }
    }
    this.events.push({ kind: 'left', place, cause: CAUSES[cause]!, id });
  }
}
