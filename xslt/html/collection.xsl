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
  <xsl:import href="lists.xsl"/>
  <xsl:import href="persons.xsl"/>
  <xsl:import href="entities.xsl"/>
  <xsl:import href="abbreviations.xsl"/>
  <xsl:import href="chronology.xsl"/>
  <xsl:import href="network.xsl"/>
  <xsl:import href="machines.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"/>

  <!-- What is said of a person in the documents, by the person's key. -->
  <xsl:key name="v:appearances" match="e:document/e:person" use="@key"/>

  <!-- Who talks with a person, by the person's key. -->
  <xsl:key name="v:talks" match="e:document/e:talk" use="@who, @to"/>

  <!-- Entries of the authority files, by what they are and their id: 'person:falk', 'place:london'. -->
  <xsl:key name="v:known" match="e:authority/*" use="local-name() || ':' || @xml:id"/>

  <xsl:template match="/" as="element(files)" xpath-default-namespace="">
    <xsl:variable name="edition" as="element(e:edition)" select="e:edition"/>
    <files xmlns="">
      <xsl:sequence select="v:front-page($edition)"/>
      <xsl:sequence select="v:chronology($edition)"/>
      <xsl:sequence select="v:person-index($edition)"/>
      <xsl:for-each-group select="$edition/e:document/e:person" group-by="@key">
        <xsl:sequence select="v:person-page($edition, current-group())"/>
      </xsl:for-each-group>
      <xsl:for-each select="$v:kinds">
        <xsl:variable name="kind" as="map(xs:string, xs:string)" select="."/>
        <xsl:sequence select="v:entity-index($edition, $kind)"/>
        <xsl:for-each-group select="$edition/e:document/*[local-name() = $kind?element]" group-by="@key">
          <xsl:sequence select="v:entity-page($edition, $kind, current-group())"/>
        </xsl:for-each-group>
      </xsl:for-each>
      <xsl:sequence select="v:abbreviations-page($edition)"/>
      <xsl:sequence select="v:search-page($edition)"/>
      <xsl:sequence select="v:about-page($edition)"/>
      <xsl:sequence select="v:lost-page($edition)"/>
      <xsl:sequence select="v:sitemap($edition), v:feed($edition)"/>
    </files>
  </xsl:template>

  <!-- The entry of an authority file: ('place', 'london') → <place xml:id="london">…; unknown → nothing -->
  <xsl:function name="v:known" as="element()?">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="key('v:known', $element || ':' || $key, $edition/root())[1]"/>
  </xsl:function>

  <!-- One page as a file: its path, its title, the section it belongs to, its content: 'about.html', 'about', 'About', … →
       <file path="about.html">&lt;!DOCTYPE html&gt;…</file> -->
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

  <!-- The front page: what this is, and all documents; a script adds the form that narrows the list: 130 documents →
       index.html, index~2.html, index~3.html -->
  <xsl:function name="v:front-page" as="element()+">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="before" as="element()+">
      <header class="hero">
        <h1>{$edition/@title}</h1>
        <xsl:if test="$edition/@description ne ''">
          <p class="lead">{$edition/@description}</p>
        </xsl:if>
        <p class="numbers">{v:numbers($edition)}</p>
      </header>
      <h2 id="documents">Documents</h2>
      <xsl:sequence select="v:chooser()[count($edition/e:document) gt 2]"/>
    </xsl:variable>
    <xsl:sequence select="
        v:listed($edition, 'index', 'documents', string($edition/@title), $before, $edition/e:document, 60,
          function($document as element()) as xs:string { v:date(substring($document/@earliest, 1, 7)) },
          function($documents as element()*) as element()* { v:cards($documents ! v:card(., 'documents/')) }, ())"/>
  </xsl:function>

  <!-- The form that narrows and sorts the list of documents, with the place for what it finds → <details
       class="chooser"> with the fields and <ol id="results"> -->
  <xsl:function name="v:chooser" as="element()+">
    <details class="chooser">
      <summary>Filter and sort</summary>
      <form class="search" data-list="documents">
        <xsl:sequence select="v:facets()"/>
        <label>Order <select name="order">
          <option value="">by date</option><option value="title">by title</option><option value="type">by type</option>
        </select></label>
        <button type="submit">Show</button>
        <button type="reset">All documents</button>
      </form>
    </details>
    <p id="answer" class="numbers" role="status"></p>
    <ol id="results" class="cards" hidden="hidden"></ol>
    <script defer="defer" src="assets/search.js"></script>
  </xsl:function>

  <!-- The fields by which documents are chosen, on the front page and on the page of the search → <label>Type <select
       name="type">… -->
  <xsl:function name="v:facets" as="element(h:label)+">
    <label>Type <select name="type"><option value="">any</option></select></label>
    <label>Person <select name="person"><option value="">any</option></select></label>
    <label>Place <select name="place"><option value="">any</option></select></label>
    <label>From <input type="text" name="from" inputmode="numeric" size="10" placeholder="1962-11"/></label>
    <label>To <input type="text" name="to" inputmode="numeric" size="10" placeholder="1963"/></label>
  </xsl:function>

  <!-- '5 documents, 1962–1963. 23 persons, 31 places, 9 organizations.' -->
  <xsl:function name="v:numbers" as="xs:string">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="documents" as="xs:integer" select="count($edition/e:document)"/>
    <xsl:variable name="years" as="xs:string*" select="
        distinct-values($edition/e:document/(@earliest, @latest)[. ne ''] ! substring(., 1, 4)) => sort()"/>
    <xsl:variable name="span" as="xs:string" select="
        string-join(($years[1], $years[last()]) => distinct-values(), '–')"/>
    <xsl:variable name="persons" as="xs:integer" select="count(distinct-values($edition/e:document/e:person/@key))"/>
    <xsl:variable name="places" as="xs:integer" select="count(distinct-values($edition/e:document/e:place/@key))"/>
    <xsl:variable name="orgs" as="xs:integer" select="count(distinct-values($edition/e:document/e:org/@key))"/>
    <xsl:variable name="named" as="xs:string" select="
        string-join((v:count($persons, 'person'), v:count($places, 'place'), v:count($orgs, 'organization')), ', ')"/>
    <xsl:sequence select="string-join((v:count($documents, 'document'), $span[. ne '']), ', ') || '. ' || $named || '.'"/>
  </xsl:function>

  <!-- The search: a form that a script fills and answers, because nothing else can search without a server →
       search.html, a form that search.js fills -->
  <xsl:function name="v:search-page" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="main" as="element()+">
      <h1>Search</h1>
      <noscript>
        <p class="prose">The search needs JavaScript. Without it, the <a href="index.html">list of documents</a>, the
          <a href="persons/index.html">persons</a> and the <a href="places/index.html">places</a> lead to every page.</p>
      </noscript>
      <form class="search" role="search">
        <label class="words">Words, or a “phrase in quotation marks”
          <input type="search" name="q" autocomplete="off" spellcheck="false"/></label>
        <label>Spoken by <select name="speaker"><option value="">anyone</option></select></label>
        <xsl:sequence select="v:facets()"/>
        <button type="submit">Search</button>
      </form>
      <p id="answer" class="numbers" role="status"></p>
      <ol id="results" class="cards"></ol>
      <script defer="defer" src="assets/search.js"></script>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, 'search.html', 'search', 'Search', $main)"/>
  </xsl:function>

  <!-- What this is, how to read it, who made it, how to cite it: about = 'One.\n\nTwo.' → about.html that begins with
       two paragraphs -->
  <xsl:function name="v:about-page" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="main" as="element()+">
      <div class="prose">
        <h1>About this edition</h1>
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
          <a href="manual/index.html">encoding manual</a>.<xsl:if test="exists(v:short-forms($edition))">
          What abbreviations mean is told in the <a href="abbreviations.html">list of abbreviations</a>.</xsl:if></p>
        <xsl:if test="$edition/e:editor">
          <h2>Editors</h2>
          <ul>
            <xsl:for-each select="$edition/e:editor">
              <li>{@name}<xsl:if test="@resp ne ''">, {@resp}</xsl:if></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <h2 id="cite">How to cite</h2>
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

  <!-- For addresses that do not exist → 404.html -->
  <xsl:function name="v:lost-page" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="main" as="element()+">
      <h1>There is no such page</h1>
      <p class="prose">The address may have been mistyped. All documents are on the <a href="index.html">front page</a>, all
        persons in the <a href="persons/index.html">index of persons</a>.</p>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, '404.html', 'lost', 'There is no such page', $main)"/>
  </xsl:function>

</xsl:stylesheet>
