export { code, emphasis, type Inline, link, type Marked, plain, strong } from './inline.ts';
export type {
  Action,
  AskAction,
  Block,
  Drawing,
  Field,
  Form,
  Message,
  Reply,
  Source,
  Table,
  Visibility,
} from './reply.ts';
