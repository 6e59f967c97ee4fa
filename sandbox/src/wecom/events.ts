/** The fields of an event as they stand in its XML; what all events have is added when it is sent. */
export type WecomEvent = Readonly<Record<string, string | number>> & { readonly Event: string };

/** Where whatever happens in the firm is told. */
export interface WecomEvents {
  fire(event: WecomEvent): void;
}
