/** A field of an event: a text, a number, or a list of `Item`. */
export type EventField = string | number | readonly string[];

/** The fields of an event as they stand in its XML; what all events have is added when it is sent. */
export type WecomEvent = Readonly<Record<string, EventField>> & { readonly Event: string };

/** Where whatever happens in the firm is told. */
export interface WecomEvents {
  fire(event: WecomEvent): void;
}
