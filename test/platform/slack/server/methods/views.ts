import { collectFaults, faultLines, isRecord } from '../faults.ts';
import { invalid, Refusal } from '../refusal.ts';
import { checkView } from '../view-rules.ts';
import type { Json, OpenView, Workspace } from '../workspace.ts';
import { type Method, parsed, text } from './method.ts';

const open: Method = {
  token: 'bot',
  scope: null,
  run: (args, { workspace, triggers }) => {
    const view = readView(args);
    return shown(show(workspace, triggers.exchange(text(args, 'trigger_id')), view));
  },
};

const publish: Method = {
  token: 'bot',
  scope: null,
  run: (args, { workspace }) => {
    const user = text(args, 'user_id');
    if (!workspace.people.has(user)) throw new Refusal('user_not_found');
    return shown(show(workspace, user, readView(args)));
  },
};

const update: Method = {
  token: 'bot',
  scope: null,
  run: (args, { workspace }) => {
    const known = workspace.views.get(text(args, 'view_id'));
    if (!known) throw new Refusal('not_found');
    known.view = readView(args);
    workspace.journal.add({ kind: 'view', view: known });
    return shown(known);
  },
};

export const viewMethods = { 'views.open': open, 'views.publish': publish, 'views.update': update };

/** Checks a view as Slack does wherever it takes one. */
export function checkedView(view: unknown): Json {
  const faults = collectFaults('/view');
  checkView(faults, view, { kind: 'view', canShow: () => false });
  if (faults.found.length > 0 || !isRecord(view)) throw invalid('invalid_arguments', faultLines(faults));
  return view;
}

function readView(args: Json): Json {
  return checkedView(parsed(args, 'view', 'invalid_arguments'));
}

function show(workspace: Workspace, user: string, view: Json): OpenView {
  const opened = { id: workspace.newId('V'), user, view };
  workspace.views.set(opened.id, opened);
  workspace.journal.add({ kind: 'view', view: opened });
  return opened;
}

const shown = ({ id, view }: OpenView) => ({ view: { id, ...view } });
