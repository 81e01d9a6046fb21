import type { Json } from './workspace.ts';

/** Something that Slack sends an app. */
export interface Delivery {
  readonly id: string;
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Json;
}

/** A way to send deliveries; the promise holds what the app acknowledged with. */
export interface Transport {
  /** Fails with `dispatch_failed` or `operation_timeout`, as a person sees it, once Slack gives up. */
  readonly deliver: (delivery: Delivery) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Acknowledgements that get lost on their way, so that Slack delivers again what the app has taken. */
export interface Losses {
  left: number;
}

/** How long an app may take to acknowledge. */
export const deadline = 3_000;
