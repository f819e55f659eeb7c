"""The first text of the plain pages; each council rewrites them in the admin."""

ACCESSIBILITY = """
<p>We want everyone to be able to use this site.</p>
<h2>What you can do</h2>
<ul>
<li>make the words bigger, up to 4 times, and still read everything</li>
<li>choose the size of the words and the colours, and we remember it in your browser</li>
<li>listen to easy read, where your device has an English voice</li>
<li>read one idea at a time in easy read</li>
<li>use the site with a keyboard only, or with a screen reader</li>
<li>use it without JavaScript</li>
<li>read easy read where a page has it, and ask us for it where it has none</li>
<li>ask for large print, paper, audio or another language</li>
</ul>
<h2>What does not work yet</h2>
<ul>
<li>Papers that were uploaded as PDF files may be hard to use with a screen reader. Ask us, and we
will send them in a form that works for you.</li>
</ul>
<h2>Tell us</h2>
<p>If something does not work for you, tell us on the contact page. We will answer within 10
working days.</p>
"""

PRIVACY = """
<p>We keep as little about you as we can.</p>
<h2>When you read</h2>
<p>You need no account. We set no cookie for reading, and we do not follow what you do.</p>
<h2>When you choose sizes or colours</h2>
<p>We keep your choice in a small file in your browser: a cookie with the name “how-to-read”. It
only says, for example, “large words on yellow”. It stays for a year, or until you choose “Back to
normal”. It says nothing about who you are.</p>
<h2>When you ask for another format</h2>
<p>We keep what you asked for. If you tell us how to reach you, we use that only to answer you. We
delete it 90 days after the answer. If nobody answered you, we delete it after a year. We keep only
that somebody asked.</p>
<h2>When you send us something</h2>
<p>We count how much comes from one internet address, so that nobody can keep others out. We do not
keep the address. We keep a code made from it, for a day or two at most.</p>
<h2>When you get the digest</h2>
<p>We keep your e-mail address to send it. Every e-mail has a link to leave with one click. If you
leave, we keep the address only to know that we must not write to you again.</p>
<h2>When you sign in</h2>
<p>Those who look after pages have an account. A cookie in their browser keeps them signed in. For a
year another cookie tells us that somebody signed in with this browser before.</p>
<h2>Names</h2>
<p>Minutes name the people who sit on a board. We show the e-mail address or the telephone number of
a member only where “everyone may see it” was ticked for that person. Do you not want that any more?
Tell the secretary of your board.</p>
"""

CONTACT = """
<p>Each board has a secretary who can help you. The board's page says how to reach
them.</p>
<p>You can ask for help to read something, to come to a meeting, or to raise an issue.</p>
"""
