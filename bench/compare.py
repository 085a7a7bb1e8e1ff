#!/usr/bin/env python3
"""Parley and its peers in turn (A B C ... B C A ...), and the table.

  compare.py warm  [--systems A,B] [--quick]
  compare.py run   --plan PLAN[,PLAN...] [--systems A,B] [--rounds N] [--warmup S] [--seconds S] [--quick]
  compare.py table

A run is noisy when processes that are not ours took more than NOISE processors meanwhile; the table gives medians
over the quiet runs of a cell where it has any ("2/3q": 2 of 3), else over all ("n").
"""
import argparse, json, os, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
JAR = HERE + '/target/parley-bench.jar'
NOISE = 0.25
# The load generator has one thread for its clients: above this it may be what is measured.
CLIENT_MOST = 0.85
# Seconds for one run: 5,000 connections to a server that has just started take the longest.
PATIENCE = 300
P = HERE + '/peers/'

def sio(name, port, n=1):
    urls = ','.join('ws://127.0.0.1:%d' % (port + i) for i in range(n))
    return dict(system='socketio', url=urls, pids=[P + 'nodechat/nodechat.sh', 'pids', name])

def parley(name, base, n=1):
    # by name: the Origin of the handshake must be the public address
    urls = ','.join('ws://localhost:%d' % (base + i) for i in range(n))
    script = P + 'parley/parley.sh'
    return dict(system='parley', url=urls, pids=[script, 'pids', name], pg=[script, 'pg', name],
                prepare=lambda run, first, users, devices, group:
                    [script, 'ticket', name, run, str(first), str(users), str(devices), str(group)])

def raw(name, port):
    return dict(system='raw', url='ws://127.0.0.1:%d/' % port, pids=[P + 'rawws/rawws.sh', 'pids', name])

SYSTEMS = {
    'parley1': parley('parley1', 20500),
    'parley2': parley('parley2', 20600, 2),
    'sio1': sio('sio1', 20100),
    'sio1batch': sio('sio1batch', 20110),
    'sio2': sio('sio2', 20120, 2),
    'sio2batch': sio('sio2batch', 20130, 2),
    'sio1each': sio('sio1each', 20140),
    'ejabberd': dict(system='xmpp', url='ws://127.0.0.1:20300/ws', pids=[P + 'ejabberd/ejabberd.sh', 'pids']),
    'prosody': dict(system='xmpp', url='ws://127.0.0.1:20400/xmpp-websocket', pids=[P + 'prosody/prosody.sh', 'pids']),
    'rawjavapg': raw('javapg', 20211),
    'rawjava': raw('java', 20210),
    'rawnode': raw('node', 20200),
}
PARLEY = ['parley1', 'parley2']
SOCKETIO = ['sio1', 'sio1batch', 'sio2', 'sio2batch']
XMPP = ['ejabberd', 'prosody']
PRODUCTS = SOCKETIO + XMPP
CEILINGS = ['rawjavapg', 'rawjava', 'rawnode']
# With --quick those that were never the best of their kind are left out.
NOT_QUICK = ['sio1', 'sio2', 'rawnode']

CLOSED_16, CLOSED_1 = 'closed, 200 clients, window 16', 'closed, 200 clients, window 1'
OPEN_1000, OPEN_5000 = 'open, 1,000/s', 'open, 5,000/s'
FANOUT, HISTORY, IDLE = 'group of 1,000', 'history, 50 of 100,000, 16 readers', 'idle, 5,000 connections'
PLANS = {
    'closed': [(CLOSED_16, '--mode closed --clients 200 --window 16', PARLEY + PRODUCTS + CEILINGS),
               (CLOSED_1, '--mode closed --clients 200 --window 1', PARLEY + PRODUCTS + CEILINGS)],
    # a rate is left out where the closed loop showed that the system cannot keep it
    'open': [(OPEN_1000, '--mode open --clients 200 --rate 1000', PARLEY + SOCKETIO + ['ejabberd', 'rawjavapg']),
             (OPEN_5000, '--mode open --clients 200 --rate 5000', PARLEY + ['sio1batch', 'sio2batch', 'rawjavapg'])],
    'fanout': [(FANOUT, '--mode fanout --clients 1000 --window 1', PARLEY + SOCKETIO + ['ejabberd', 'rawjava'])],
    # nearly a minute for 1,000 to join, and the slowest then
    'room': [(FANOUT, '--mode fanout --clients 1000 --window 1', ['prosody'])],
    'history': [(HISTORY, '--mode history --clients 16 --first-user 9998', ['parley1', 'sio1'] + XMPP)],
    # right after the start: memory that earlier load has left free would hide what connections take
    'idle': [(IDLE, '--mode idle --clients 5000', ['parley1', 'sio1'] + XMPP + ['rawjava'])],
    'order': [('order, 200 clients, window 16', '--mode closed --clients 200 --window 16', ['sio1each', 'sio1'])],
}
# What has JIT compilers runs at full speed only after many messages of each kind. An instance with a server in it gets
# rounds of these until one is hardly better than the one before; of two that share the processors each needs as much.
WARM = [('--mode closed --clients 200 --window 16', 10), ('--mode closed --clients 200 --window 1', 10),
        ('--mode fanout --clients 1000 --window 1', 4), ('--mode history --clients 16 --first-user 9998', 3)]
BETTER = 1.05
ROUNDS = 8

def wait_quiet(limit):
    """Waits at most limit seconds for half a second in which the machine is nearly idle."""
    def sample():
        f = [int(x) for x in open('/proc/stat').readline().split()[1:9]]
        return sum(f), f[3] + f[4]
    end = time.time() + limit
    while time.time() < end:
        a, i = sample(); time.sleep(0.5); b, j = sample()
        if (j - i) / max(1, b - a) > 0.9:
            return

def said(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

class Profile:
    """A flight recording of every instance of Parley during a run; with ASPROF=path of asprof, its stacks instead."""
    def __init__(self, name, cell, pids, begin, seconds):
        self.waiting = []
        for i, pid in enumerate(pids.split(',')[0].split(':')[1].split('+')):
            to = '%s/run/profile-%s-%s-%d' % (HERE, cell.replace(',', '').replace(' ', '-'), name, i + 1)
            asprof = os.environ.get('ASPROF')
            command = ('%s -d %d -e ctimer -i 2ms -t -o collapsed -f %s.txt %s' % (asprof, seconds, to, pid) if asprof else
                       'jcmd %s JFR.start settings=profile duration=%ds filename=%s.jfr' % (pid, seconds, to))
            self.waiting.append(subprocess.Popen(['sh', '-c', 'sleep %d; exec %s' % (begin, command)],
                                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    def wait(self):
        for each in self.waiting:
            each.wait()

def once(name, cell, args, warmup, seconds, profile=False):
    s = SYSTEMS[name]
    run = '%x' % time.time_ns()
    group = int(time.time() * 10) % 100_000_000 + 1_000_000
    recording = None
    try:
        pids = said(s['pids'])
        # C1 alone: in a run this short C2 takes more from the servers than its code gives back.
        cmd = ['java', '-Xmx1g', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar', JAR, '--system', s['system'], '--url', s['url'], '--label', name,
               '--run', run, '--group', str(group), '--warmup', str(warmup), '--seconds', str(seconds),
               '--pids', pids + ',pg:' + said(s.get('pg', [P + 'pg/pg.sh', 'pid']))] + args.split()
        if 'prepare' in s:
            words = dict(zip(args.split()[::2], args.split()[1::2]))
            clients, mode = int(words['--clients']), words['--mode']
            users, devices = (1, clients) if mode == 'history' else (clients + (mode == 'fanout'), 1)
            cursors = said(s['prepare'](run, words.get('--first-user', 0), users, devices, group if mode == 'fanout' else 0))
            file = '%s/run/%s.cursors' % (HERE, name)
            with open(file, 'w') as f:
                f.write(cursors + '\n' if cursors else '')
            cmd += ['--cursors', file]
            if profile:
                recording = Profile(name, cell, pids, warmup + 3, max(2, seconds - 2))
        out = subprocess.run(cmd, capture_output=True, text=True, timeout=PATIENCE).stdout.strip().splitlines()
        r = json.loads(out[-1]) if out else {'failed': 'no output'}
    except subprocess.TimeoutExpired:
        r = {'failed': 'took over %d s' % PATIENCE}
    except subprocess.CalledProcessError as e:
        r = {'failed': 'could not be prepared: ' + ((e.stderr or '').strip() or 'exit %d' % e.returncode)}
    if recording:
        recording.wait()
    r.update(label=name, cell=cell, at=time.strftime('%H:%M:%S'))
    return r

def chosen(systems, a):
    return [s for s in systems if (s in a.systems.split(',') if a.systems else not (a.quick and s in NOT_QUICK))]

def warm(a):
    for name in chosen(PARLEY + PRODUCTS + CEILINGS, a):
        before = 0
        for n in range(ROUNDS if name in PARLEY else 1):
            rate = 0
            for args, seconds in WARM if name in PARLEY else [(WARM[0][0], 4)]:
                if name == 'parley2' and 'history' in args:
                    continue
                r = once(name, 'warm', args, 0, seconds)
                rate += get(r, 'acked_per_s') or 0
                print('warm', name, r.get('failed') or summary(r), flush=True)
            if rate < before * BETTER:
                break
            before = rate

def run(a):
    for n in range(a.rounds):
        for plan in a.plan.split(','):
            for cell, args, systems in PLANS[plan]:
                names = chosen(systems, a)
                if plan == 'history' and a.quick and not a.systems:
                    names = systems
                names = names[n % len(names):] + names[:n % len(names)] if names else []
                for name in names:
                    wait_quiet(a.quiet)
                    r = once(name, cell, args, a.warmup, a.seconds, a.profile)
                    r['round'] = n
                    with open(a.out, 'a') as f:
                        f.write(json.dumps(r) + '\n')
                    print(r['at'], cell, name, r.get('failed') or summary(r), flush=True)

def get(r, path):
    for p in path.split('.'):
        r = r.get(p) if isinstance(r, dict) else None
    return r

def summary(r):
    keys = ['acked_per_s', 'delivered_per_s', 'delivery_ms.p50', 'delivery_ms.p99', 'pages_per_s', 'page_ms.p99',
            'kb_per_connection.server', 'cores.client', 'cores.others']
    text = ' '.join('%s=%s' % (k, round(get(r, k), 2)) for k in keys if get(r, k) is not None)
    bad = ' '.join('%s=%d' % x for x in (r.get('violations') or {}).items() if x[1])
    return text + (' ' + bad if bad else '') + (' first: ' + r['first_error'][:200] if 'first_error' in r else '')

COLUMNS = [('acked/s', 'acked_per_s', 0), ('delivered/s', 'delivered_per_s', 0),
           ('delivery p50 ms', 'delivery_ms.p50', 2), ('p99', 'delivery_ms.p99', 1), ('p99.9', 'delivery_ms.p999', 1),
           ('ack p50 ms', 'ack_ms.p50', 2), ('p99', 'ack_ms.p99', 1),
           ('pages/s', 'pages_per_s', 0), ('page p50 ms', 'page_ms.p50', 2), ('p99', 'page_ms.p99', 1), ('short pages', 'short_pages', 0),
           ('KiB/connection', 'kb_per_connection.server', 1), ('database KiB', 'kb_per_connection.pg', 1),
           ('CPU s/1,000', 'cpu_all', 3), ('server', 'cpu.server', 3), ('database', 'cpu.pg', 3), ('Redis', 'cpu.redis', 3),
           ('broker', 'cpu.broker', 3), ('client', 'cpu.client', 3),
           ('client cores', 'cores.client', 2), ('other programs', 'cores.others', 2)]

class Cell:
    """The runs of one system in one cell."""
    def __init__(self, rows):
        self.all = rows
        self.ok = [r for r in rows if 'failed' not in r]
        quiet = [r for r in self.ok if (get(r, 'cores.others') or 0) < NOISE]
        self.use = quiet or self.ok
        self.notes = '%d/%d%s' % (len(self.use), len(rows), 'q' if quiet else 'n')
        self.violations = {}
        for r in self.ok:
            r['cpu'] = r.get('cpu_s_per_1k') or r.get('cpu_s_per_1k_deliveries') or {}
            if r['cpu']:
                r['cpu_all'] = sum(v for k, v in r['cpu'].items() if k != 'client')
            for k, n in (r.get('violations') or {}).items():
                if n:
                    self.violations[k] = self.violations.get(k, 0) + n

    def median(self, path):
        x = [get(r, path) for r in self.use if get(r, path) is not None]
        return statistics.median(x) if x else None

    def line(self, name):
        values = [self.median(path) for _, path, _ in COLUMNS]
        texts = ['' if v is None else format(v, ',.%df' % d) for v, (_, _, d) in zip(values, COLUMNS)]
        bad = ' '.join('%s=%d' % i for i in self.violations.items()) or '0'
        if not self.ok:
            bad = self.all[-1]['failed'][:60]
        if (self.median('cores.client') or 0) > CLIENT_MOST:
            self.notes += ' client busy'
        return [name] + texts + [bad, self.notes]

def markdown(head, lines):
    print('| ' + ' | '.join(head) + ' |')
    print('|' + ' --- |' * len(head))
    for l in lines:
        print('| ' + ' | '.join(l) + ' |')

def table(a):
    rows = [json.loads(l) for l in open(a.out)]
    cells = {}
    for cell in dict.fromkeys(r['cell'] for r in rows):
        cells[cell] = {s: Cell([r for r in rows if r['cell'] == cell and r['label'] == s])
                       for s in SYSTEMS if any(r['cell'] == cell and r['label'] == s for r in rows)}
        lines = [c.line(s) for s, c in cells[cell].items()]
        head = ['system'] + [c[0] for c in COLUMNS] + ['lost, doubled, reordered', 'runs']
        keep = [i for i in range(len(head)) if i == 0 or any(l[i] for l in lines)]
        print('\n### ' + cell + '\n')
        markdown([head[i] for i in keep], [[l[i] for i in keep] for l in lines])
    targets(cells)

def targets(cells):
    """Parley against the best of the others, as ratios."""
    def value(cell, system, path):
        c = cells.get(cell, {}).get(system)
        return c.median(path) if c and c.ok else None

    lines = []
    def compare(what, cell, path, others, high, goal, of='parley1', sense=max):
        ours = value(cell, of, path)
        theirs = {s: value(cell, s, path) for s in others}
        theirs = {s: v for s, v in theirs.items() if v}
        if ours is None or not theirs:
            return
        best = sense(theirs, key=theirs.get)
        ratio = ours / theirs[best]
        met = '' if goal is None else 'yes' if (ratio >= goal if high else ratio <= goal) else 'NO'
        lines.append([what, format(ours, ',.3g' if ours < 1 else ',.1f'), '%s %s' % (best, format(theirs[best], ',.3g' if theirs[best] < 1 else ',.1f')),
                      '%.2f' % ratio, '' if goal is None else ('at least %s' if high else 'at most %s') % goal, met])

    compare('messages/s, window 16, best Socket.IO', CLOSED_16, 'acked_per_s', SOCKETIO, True, 1.5)
    compare('messages/s, window 1, best Socket.IO', CLOSED_1, 'acked_per_s', SOCKETIO, True, 1.0)
    for ceiling in CEILINGS:
        compare('messages/s, window 16, ceiling', CLOSED_16, 'acked_per_s', [ceiling], True, None)
        compare('messages/s, window 1, ceiling', CLOSED_1, 'acked_per_s', [ceiling], True, None)
    compare('delivery p99 ms, 1,000/s', OPEN_1000, 'delivery_ms.p99', PRODUCTS, False, 1.0, sense=min)
    compare('delivery p99 ms, 5,000/s', OPEN_5000, 'delivery_ms.p99', PRODUCTS, False, 1.0, sense=min)
    for cell, short in ((CLOSED_16, 'window 16'), (CLOSED_1, 'window 1'), (OPEN_1000, '1,000/s'), (OPEN_5000, '5,000/s')):
        compare('CPU s/1,000 messages, ' + short, cell, 'cpu_all', PRODUCTS, False, 1.0, sense=min)
    compare('deliveries/s, group of 1,000', FANOUT, 'delivered_per_s', PRODUCTS, True, 1.0)
    compare('KiB per idle connection', IDLE, 'kb_per_connection.server', PRODUCTS, False, None, sense=min)
    compare('history page p99 ms', HISTORY, 'page_ms.p99', PRODUCTS, False, 1.0, sense=min)
    compare('two instances to one, messages/s, window 16', CLOSED_16, 'acked_per_s', ['parley1'], True, 1.0, of='parley2')
    compare('two instances to one, CPU s/1,000, window 16', CLOSED_16, 'cpu_all', ['parley1'], False, 1.4, of='parley2')
    compare('two instances to one, CPU s/1,000, 1,000/s', OPEN_1000, 'cpu_all', ['parley1'], False, 1.4, of='parley2')
    idle = value(IDLE, 'parley1', 'kb_per_connection.server')
    if idle is not None:
        lines.append(['KiB per idle connection', '%.1f' % idle, '', '', 'at most 40', 'yes' if idle <= 40 else 'NO'])
    ours = [c for cell in cells.values() for s, c in cell.items() if s in PARLEY]
    if ours:
        bad = sum(sum(c.violations.values()) for c in ours)
        lines.append(["Parley's lost, doubled, reordered, refused", str(bad), '', '', '0', 'yes' if bad == 0 else 'NO'])
    print('\n### Parley and the best of the others\n')
    markdown(['what', 'Parley', 'the best of the others', 'ratio', 'target', 'met'], lines)

p = argparse.ArgumentParser()
p.add_argument('what', choices=['warm', 'run', 'table'])
p.add_argument('--plan', default='closed,open,fanout,history')
p.add_argument('--systems', default='')
p.add_argument('--rounds', type=int, default=3)
p.add_argument('--warmup', type=int, default=2)
p.add_argument('--seconds', type=int, default=5)
p.add_argument('--quick', action='store_true')
p.add_argument('--profile', action='store_true')
p.add_argument('--quiet', type=int, default=5, help='seconds to wait at most for a quiet machine before each run')
p.add_argument('--out', default=HERE + '/run/results.jsonl')
a = p.parse_args()
for plan in a.plan.split(','):
    if plan not in PLANS:
        p.error('no plan ' + plan + ', only ' + ', '.join(PLANS))
for system in filter(None, a.systems.split(',')):
    if system not in SYSTEMS:
        p.error('no system ' + system + ', only ' + ', '.join(SYSTEMS))
{'warm': warm, 'run': run, 'table': table}[a.what](a)
