<?xml version="1.0" encoding="UTF-8"?>
<!--
  The pages about the whole collection. The input is the edition with the catalogue entries of all documents, in the
  order of their dates (see catalogue.xsl), and with the entries of the authority files:

      <edition xmlns="urn:verbale:edition" title="…" description="…">
        <editor name="…" resp="…"/>
        <document id="harbour" title="…" …>…</document>
        <authority><person xmlns="http://www.tei-c.org/ns/1.0" …/> <place …/></authority>
      </edition>
          →  <files><file path="index.html">&lt;!DOCTYPE html&gt;…</file> <file path="persons/falk.html">…</file> …</files>
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:e="urn:verbale:edition"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../names.xsl"/>
  <xsl:import href="../dates.xsl"/>
  <xsl:import href="frame.xsl"/>
  <xsl:import href="persons.xsl"/>
  <xsl:import href="chronology.xsl"/>
  <xsl:import href="network.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"/>

  <!-- What is said of a person in the documents, by the person's key. -->
  <xsl:key name="v:appearances" match="e:document/e:person" use="@key"/>

  <!-- Where a place is named, by its key. -->
  <xsl:key name="v:place-mentions" match="e:document/e:place" use="@key"/>

  <!-- Entries of the authority files by id. -->
  <xsl:key name="v:entry" match="e:authority/person | e:authority/place" use="@xml:id"/>

  <xsl:template match="/" as="element(files)" xpath-default-namespace="">
    <xsl:variable name="edition" as="element(e:edition)" select="e:edition"/>
    <files xmlns="">
      <xsl:sequence select="v:front-page($edition)"/>
      <xsl:sequence select="v:chronology-page($edition)"/>
      <xsl:sequence select="v:person-index($edition)"/>
      <xsl:for-each-group select="$edition/e:document/e:person" group-by="@key">
        <xsl:sequence select="v:person-file($edition, current-group())"/>
      </xsl:for-each-group>
      <xsl:sequence select="v:place-index($edition)"/>
      <xsl:for-each-group select="$edition/e:document/e:place" group-by="@key">
        <xsl:sequence select="v:place-file($edition, current-group())"/>
      </xsl:for-each-group>
      <xsl:sequence select="v:search-page($edition)"/>
      <xsl:sequence select="v:about-page($edition)"/>
      <xsl:sequence select="v:lost-page($edition)"/>
      <xsl:sequence select="v:sitemap($edition)"/>
    </files>
  </xsl:template>

  <!-- One page as a file: its path, its title, the section it belongs to, its content. -->
  <xsl:function name="v:file" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="current" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="main" as="node()*"/>
    <xsl:variable name="page" as="element(h:html)">
      <xsl:call-template name="v:page">
        <xsl:with-param name="edition" select="$edition"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="root" select="if (contains($path, '/')) then '../' else ''"/>
        <xsl:with-param name="current" select="$current"/>
        <xsl:with-param name="main" select="$main"/>
        <xsl:with-param name="description" select="if ($current = 'documents') then string($edition/@description) else ''"/>
      </xsl:call-template>
    </xsl:variable>
    <file xmlns="" path="{$path}">{serialize($page, map { 'method': 'html', 'html-version': 5.0, 'indent': false() })}</file>
  </xsl:function>

  <!-- The front page: what this is, and all documents. -->
  <xsl:function name="v:front-page" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="main" as="element()+">
      <header class="hero">
        <h1>{$edition/@title}</h1>
        <xsl:if test="$edition/@description ne ''">
          <p class="lead">{$edition/@description}</p>
        </xsl:if>
        <p class="numbers">{v:numbers($edition)}</p>
      </header>
      <section class="documents" aria-labelledby="documents">
        <h2 id="documents">Documents</h2>
        <ol class="cards" data-filter="documents">
          <xsl:for-each select="$edition/e:document">
            <xsl:sequence select="v:card(., 'documents/')"/>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, 'index.html', 'documents', string($edition/@title), $main)"/>
  </xsl:function>

  <!-- '5 documents, 1962–1963. 23 persons, 31 places.' -->
  <xsl:function name="v:numbers" as="xs:string">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="documents" as="xs:integer" select="count($edition/e:document)"/>
    <xsl:variable name="years" as="xs:string*" select="
        distinct-values($edition/e:document/(@earliest, @latest)[. ne ''] ! substring(., 1, 4)) => sort()"/>
    <xsl:variable name="span" as="xs:string" select="
        string-join(($years[1], $years[last()]) => distinct-values(), '–')"/>
    <xsl:variable name="persons" as="xs:integer" select="count(distinct-values($edition/e:document/e:person/@key))"/>
    <xsl:variable name="places" as="xs:integer" select="count(distinct-values($edition/e:document/e:place/@key))"/>
    <xsl:sequence select="
        string-join((v:count($documents, 'document'), $span[. ne '']), ', ') || '. '
        || v:count($persons, 'person') || ', ' || v:count($places, 'place') || '.'"/>
  </xsl:function>

  <!-- (1, 'document') → '1 document'; (2, 'document') → '2 documents' -->
  <xsl:function name="v:count" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="thing" as="xs:string"/>
    <xsl:sequence select="$number || ' ' || $thing || (if ($number = 1) then '' else 's')"/>
  </xsl:function>

  <!-- A document in a list: date, title, place, participants in the colours of their delegations. -->
  <xsl:function name="v:card" as="element(h:li)">
    <xsl:param name="document" as="element(e:document)"/>
    <xsl:param name="folder" as="xs:string"/>
    <li class="card" data-type="{$document/@type}" data-date="{$document/@earliest}">
      <p class="date">{($document/@date[. ne ''], 'Undated')[1]}</p>
      <div>
        <h3><a href="{$folder}{$document/@id}.html">{$document/@title}</a></h3>
        <p class="meta">{string-join($document/(@type, @place)[. ne ''], ' · ')}</p>
        <xsl:variable name="participants" as="element(e:person)*" select="$document/e:person[@participant = 'yes']"/>
        <xsl:if test="exists($participants)">
          <p class="people">
            <xsl:for-each select="$participants">
              <span class="d{if (xs:integer(@group) le 6) then @group else 0}">{@name}</span>
              <xsl:if test="position() ne last()">
                <xsl:text>, </xsl:text>
              </xsl:if>
            </xsl:for-each>
          </p>
        </xsl:if>
      </div>
    </li>
  </xsl:function>

  <!-- All places by name, with how often they are named. -->
  <xsl:function name="v:place-index" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="main" as="element()+">
      <h1>Places</h1>
      <ul class="index" data-filter="places">
        <xsl:for-each-group select="$edition/e:document/e:place" group-by="@key">
          <xsl:sort select="lower-case(v:place-name($edition, current-group()))"/>
          <li>
            <a href="{current-grouping-key()}.html">{v:place-name($edition, current-group())}</a>
            <span class="role">{key('v:entry', current-grouping-key(), $edition/root())[self::place][1]/@type}</span>
            <span class="numbers">{v:count(count(current-group()), 'document')}</span>
          </li>
        </xsl:for-each-group>
      </ul>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, 'places/index.html', 'places', 'Places', $main)"/>
  </xsl:function>

  <!-- The page of one place: what it is, and the documents that name it. -->
  <xsl:function name="v:place-file" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="mentions" as="element(e:place)+"/>
    <xsl:variable name="key" as="xs:string" select="$mentions[1]/@key"/>
    <xsl:variable name="entry" as="element(place)?" select="key('v:entry', $key, $edition/root())[self::place][1]"/>
    <xsl:variable name="name" as="xs:string" select="v:place-name($edition, $mentions)"/>
    <xsl:variable name="main" as="element()+">
      <header class="title">
        <p class="kicker">{upper-case(substring(($entry/@type, 'place')[1], 1, 1))}{substring(($entry/@type, 'place')[1], 2)}</p>
        <h1>{$name}</h1>
      </header>
      <section>
        <h2>In the documents</h2>
        <ol class="cards">
          <xsl:for-each select="$mentions">
            <li class="card">
              <p class="date">{(../@date[. ne ''], 'Undated')[1]}</p>
              <div>
                <h3><a href="../documents/{../@id}.html">{../@title}</a></h3>
                <p class="meta">is named {if (@mentions = '1') then 'once' else @mentions || ' times'}</p>
              </div>
            </li>
          </xsl:for-each>
        </ol>
      </section>
      <xsl:sequence select="v:other-names($entry, $name)"/>
      <xsl:sequence select="v:identifiers($entry)"/>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, 'places/' || $key || '.html', 'place', $name, $main)"/>
  </xsl:function>

  <!-- The name of a place: that of the authority file, else as it is printed first. -->
  <xsl:function name="v:place-name" as="xs:string">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="mentions" as="element(e:place)+"/>
    <xsl:variable name="entry" as="element()?" select="key('v:entry', $mentions[1]/@key, $edition/root())[self::place][1]"/>
    <xsl:sequence select="if (exists($entry)) then v:full-name($entry) else string($mentions[1]/@name)"/>
  </xsl:function>

  <!-- The search: a form that a script fills and answers, because nothing else can search without a server. -->
  <xsl:function name="v:search-page" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="main" as="element()+">
      <h1>Search</h1>
      <noscript>
        <p class="prose">The search needs JavaScript. Without it, the <a href="index.html">list of documents</a>, the
          <a href="persons/index.html">persons</a> and the <a href="places/index.html">places</a> lead to every page.</p>
      </noscript>
      <form class="search" role="search" hidden="hidden">
        <label class="words">Words, or a “phrase in quotation marks”
          <input type="search" name="q" autocomplete="off" spellcheck="false"/></label>
        <label>Spoken by <select name="speaker"><option value="">anyone</option></select></label>
        <label>Person <select name="person"><option value="">any</option></select></label>
        <label>Place <select name="place"><option value="">any</option></select></label>
        <label>Type <select name="type"><option value="">any</option></select></label>
        <label>From <input name="from" inputmode="numeric" size="10" placeholder="1962-11"/></label>
        <label>To <input name="to" inputmode="numeric" size="10" placeholder="1963"/></label>
        <button type="submit">Search</button>
      </form>
      <p id="answer" class="numbers" role="status"></p>
      <ol id="results" class="cards"></ol>
      <script defer="defer" src="assets/search.js"></script>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, 'search.html', 'search', 'Search', $main)"/>
  </xsl:function>

  <!-- What this is, how to read it, who made it, how to cite it. -->
  <xsl:function name="v:about-page" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="main" as="element()+">
      <h1>About this edition</h1>
      <div class="prose">
        <xsl:for-each select="tokenize(($edition/@about[. ne ''], $edition/@description)[1], '\n\s*\n')[normalize-space()]">
          <p>{normalize-space()}</p>
        </xsl:for-each>
        <h2>How to read a document</h2>
        <p>Numbers in the right margin are the pages of the source; each is an address that can be cited. Names in the left
          margin say who speaks; every delegation has a colour of its own. In the panel, <em>Who speaks</em> shows how long
          and when each person spoke; choose a name to follow that voice alone.</p>
        <p>The <em>reading</em> view leaves out what belongs to the paper and not to the text: running heads,
          classification stamps, form numbers, catchwords. The <em>diplomatic</em> view shows everything that the transcript
          has, with the marks of the notes as printed.</p>
        <h2>Who marked this text</h2>
        <p>Persons, places, dates and speakers were marked by a program and, where an editor has looked at them, reviewed. The
          switch <em>Certainty</em> shows the difference: a <span class="cert-medium">dashed</span> line under what
          is probable, a <span class="cert-low">wavy</span> line under what is doubtful, a
          <span class="reviewed">double</span> line under what an editor has confirmed.</p>
        <p>No word of the transcripts was changed. From each TEI file the transcript can be written again, and this is checked
          whenever the edition is built.</p>
        <p>What each element of the TEI files means, and why, is told in the
          <a href="manual/index.html">encoding manual</a>.</p>
        <xsl:if test="$edition/e:editor">
          <h2>Editors</h2>
          <ul>
            <xsl:for-each select="$edition/e:editor">
              <li>{@name}<xsl:if test="@resp ne ''">, {@resp}</xsl:if></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <h2>How to cite</h2>
        <p>At the foot of every document stand a citation and files for reference managers. The collection as a
          whole: <cite>{$edition/@title}</cite>{$edition/@publisher[. ne ''] ! (', ed. ' || .)}.</p>
        <xsl:if test="$edition/@licence-text ne ''">
          <h2>Licence</h2>
          <p>{$edition/@licence-text}</p>
        </xsl:if>
      </div>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, 'about.html', 'about', 'About', $main)"/>
  </xsl:function>

  <!-- For addresses that do not exist. -->
  <xsl:function name="v:lost-page" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="main" as="element()+">
      <h1>There is no such page</h1>
      <p class="prose">The address may have been mistyped. All documents are on the <a href="index.html">front page</a>, all
        persons in the <a href="persons/index.html">index of persons</a>.</p>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, '404.html', 'lost', 'There is no such page', $main)"/>
  </xsl:function>

  <!-- The addresses of all documents for search engines; none without the address of the site. -->
  <xsl:function name="v:sitemap" as="element()?">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:if test="$edition/@url ne ''">
      <xsl:variable name="set" as="element()">
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <xsl:for-each select="'', $edition/e:document/('documents/' || @id || '.html')">
            <url><loc>{$edition/@url}{.}</loc></url>
          </xsl:for-each>
        </urlset>
      </xsl:variable>
      <file xmlns="" path="sitemap.xml">{serialize($set, map { 'method': 'xml', 'omit-xml-declaration': false() })}</file>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
