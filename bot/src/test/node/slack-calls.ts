// What the methods of Slack's Web API take, by Slack's own types, as it goes over the wire.
import type { RespondArguments } from '@slack/bolt';
import type { KnownBlock, View } from '@slack/types';
import type { WebClient } from '@slack/web-api';

/** `chat.postMessage` of the client is its member `chat`'s member `postMessage`. */
type Member<O, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof O
    ? Member<O[Head], Rest>
    : never
  : Path extends keyof O
    ? O[Path]
    : never;

type Given<Method> = Method extends (options: infer A) => unknown ? NonNullable<A> : never;

type Each<T, Change> = T extends unknown ? Omit<T, keyof Change> & Change : never;

/** Slack's types also take any object with a `type` for a block, in which no misspelt field would be noticed. */
type Known<Field, V> = Field extends 'blocks'
  ? KnownBlock[]
  : Field extends 'view'
    ? Each<View, { blocks: KnownBlock[] }>
    : InForm<V>;

/** In a form numbers and booleans are words, and lists of words have commas. */
type InForm<V> = V extends boolean
  ? V | `${V}` | '1' | '0'
  : V extends number
    ? V | `${number}`
    : V extends readonly string[]
      ? V | string
      : V;

type OnWire<A> = A extends unknown ? { [Field in keyof A]: Known<Field, A[Field]> } : never;

/** The arguments of one call; `never` where there is no such method. */
export type Call<Method extends string> = OnWire<
  Method extends 'response_url' ? RespondArguments : Given<Member<WebClient, Method>>
>;
