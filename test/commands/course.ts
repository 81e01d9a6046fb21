import { commands } from '../../commands/index.ts';
import {
  createDispatcher,
  createServices,
  type Dispatcher,
  type Invocation,
  type OptionValues,
  type Services,
  type Task,
} from '../../src/command/index.ts';
import { renderText } from '../../src/platform/text/index.ts';
import type { Action, Form, Message } from '../../src/reply/index.ts';
import type { Store } from '../../src/store/index.ts';
import { answerAttachment, answerRequest } from '../../src/work/index.ts';
import { open } from '../store/engines.ts';

/** What somebody got to see. */
export interface Shown {
  readonly visibility: 'public' | 'private';
  readonly message: Message;
  readonly text: string;
  /** What the button with this label does. */
  readonly button: (label: string) => Extract<Action, { kind: 'ask' }>;
}

/** Somebody in a course chat. */
export interface Member {
  readonly call: (command: string, options?: OptionValues | string) => Promise<Shown>;
  readonly open: (command: string, options?: OptionValues) => Form;
  /** Sends a form with these fields changed. */
  readonly submit: (form: Form, fields?: Readonly<Record<string, string>>) => Promise<Shown>;
  readonly press: (button: Extract<Action, { kind: 'ask' }>) => Promise<Shown>;
  readonly mention: (text: string) => Promise<Shown>;
  readonly menu: (text: string) => Promise<Shown>;
}

export interface Course {
  readonly dispatcher: Dispatcher;
  readonly services: Services;
  readonly member: (user: string, given?: Partial<Invocation>) => Member;
}

const silent = { error: () => {} };

/** The real commands over a store in memory; `c1` is the community unless somebody is elsewhere. */
export async function course({
  questionsPerMinute = 1_000,
  url = ':memory:',
  spoil = (store: Store): Store => store,
} = {}): Promise<Course> {
  const store = spoil(await open(url));
  const services = createServices(store, commands, { answerAttachment, answerRequest });
  const dispatcher = createDispatcher({ commands, services, log: silent, questionsPerMinute });
  return {
    dispatcher,
    services,
    member: (user, given = {}) => member(dispatcher, { user, ...given }),
  };
}

function member(dispatcher: Dispatcher, who: Partial<Invocation>): Member {
  const prepare = (more: Pick<Invocation, 'command' | 'input'> & Partial<Invocation>): Task =>
    dispatcher.prepare({
      platform: 'discord',
      community: 'c1',
      channel: 'general',
      user: 'sam',
      staff: false,
      roles: [],
      way: 'command',
      files: [],
      earlier: null,
      ...who,
      ...more,
    });
  const call: Member['call'] = (command, options = {}) =>
    shown(
      prepare({
        command,
        input:
          typeof options === 'string'
            ? { kind: 'text', text: options }
            : { kind: 'options', values: options },
      }),
    );
  const asked = (way: 'mention' | 'menu') => (text: string) =>
    shown(prepare({ command: 'ask', way, input: { kind: 'text', text } }));
  return {
    call,
    open: (command, options = {}) => {
      const task = prepare({ command, input: { kind: 'options', values: options } });
      if (task.kind !== 'form') throw new Error(`${command} opened no form`);
      return task.form;
    },
    submit: ({ command, fields }, changed = {}) => {
      const filled = fields.map(({ name, value }) => [name, changed[name] ?? value] as const);
      return call(command, Object.fromEntries(filled.filter(([, value]) => value !== '')));
    },
    press: ({ command, options }) => call(command, options),
    mention: asked('mention'),
    menu: asked('menu'),
  };
}

async function shown(task: Task): Promise<Shown> {
  if (task.kind === 'form') throw new Error(`the form "${task.form.title}" opened`);
  const message = await task.work();
  const buttons = message.actions.filter((action) => action.kind === 'ask');
  return {
    visibility: task.visibility === 'private' ? 'private' : message.visibility,
    message,
    text: renderText(message),
    button: (label) => {
      const found = buttons.find((button) => button.label === label);
      if (!found) throw new Error(`no button "${label}" among ${buttons.map((one) => one.label).join(', ')}`);
      return found;
    },
  };
}

export const teacher = { staff: true } as const;

export const flatten = {
  title: 'Flatten or GAP?',
  answer: 'GAP keeps one number for each channel: {{pool GlobalAveragePooling2D() on 4x4x8}}.',
  aliases: 'flatten vs gap',
  group: 'heads',
  triggers: 'should I use flatten or global average pooling before the dense layer',
} as const;
