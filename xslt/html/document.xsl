<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page of one document. The input is the document with what it needs to know of the edition around it:

      <edition xmlns="urn:verbale:edition" title="…" documents="harbour typescript">
        <previous id="…" title="…" date="…"/> <next id="…" title="…" date="…"/>
        <colour person="falk" number="1"/>
        <elsewhere kind="person" key="falk" documents="5"><document id="typescript" date="January 1963"/> …</elsewhere>
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="harbour">…</TEI>
      </edition>
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:e="urn:verbale:edition"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../normalize.xsl"/>
  <xsl:import href="../dates.xsl"/>
  <xsl:import href="../titles.xsl"/>
  <xsl:import href="frame.xsl"/>
  <xsl:import href="flow.xsl"/>
  <xsl:import href="panel.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"/>

  <!-- All documents of the edition, for references among them. -->
  <xsl:variable name="v:documents" as="xs:string*" select="tokenize(/e:edition/@documents)"/>

  <!-- The colours of the persons in this document. -->
  <xsl:variable name="v:hues" as="map(xs:string, xs:integer)" select="
      map:merge(/e:edition/e:colour ! map:entry(string(@person), xs:integer(@number)))"/>

  <!-- Where else persons, places and organizations occur, by their keys. -->
  <xsl:key name="v:elsewhere" match="e:elsewhere" use="@kind || ':' || @key"/>

  <xsl:template match="/" as="element(h:html)">
    <xsl:variable name="tei" as="element(TEI)" select="v:normalized(e:edition/TEI)"/>
    <xsl:call-template name="v:page">
      <xsl:with-param name="edition" select="e:edition"/>
      <xsl:with-param name="title" select="v:title($tei)"/>
      <xsl:with-param name="root" select="'../'"/>
      <xsl:with-param name="current" select="'document'"/>
      <xsl:with-param name="description" select="v:description($tei)"/>
      <xsl:with-param name="head" as="element()*">
        <xsl:call-template name="v:speaker-rules">
          <xsl:with-param name="tei" select="$tei"/>
        </xsl:call-template>
        <xsl:sequence select="v:linked-data($tei, e:edition)"/>
      </xsl:with-param>
      <xsl:with-param name="main" as="element()">
        <xsl:call-template name="v:article">
          <xsl:with-param name="tei" select="$tei"/>
          <xsl:with-param name="edition" select="e:edition"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The document between its neighbours: <TEI>…</TEI> → <article class="document">: title, tools, text, panel,
       notes, persons, citation -->
  <xsl:template name="v:article" as="element(h:article)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="edition" as="element(e:edition)"/>
    <article class="document">
      <header class="title">
        <p class="kicker">{v:kicker($tei/teiHeader[1])}</p>
        <h1>
          <xsl:variable name="printed" as="element(head)*" select="$tei/text//head[v:is-title(.)]"/>
          <xsl:variable name="length" as="xs:integer" select="string-length(normalize-space(string-join($printed[not(@type)])))"/>
          <xsl:sequence select="v:class((if (empty($printed)) then 'made' else if ($length gt 60) then 'long' else ()))"/>
          <xsl:for-each select="$printed">
            <xsl:if test="position() gt 1">
              <xsl:text> </xsl:text>
            </xsl:if>
            <xsl:choose>
              <xsl:when test="@type = ('fileNumber', 'above')">
                <span class="above">
                  <xsl:apply-templates select="node()" mode="v:flow"/>
                </span>
              </xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="node()" mode="v:flow"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
          <xsl:if test="empty($printed)">{v:title($tei)}</xsl:if>
        </h1>
        <div class="tools">
          <xsl:call-template name="v:conversation">
            <xsl:with-param name="tei" select="$tei"/>
          </xsl:call-template>
          <xsl:call-template name="v:switches"/>
        </div>
      </header>
      <div class="text">
        <xsl:for-each select="$tei/@xml:lang">
          <xsl:attribute name="lang" select="."/>
        </xsl:for-each>
        <xsl:apply-templates select="$tei/text[1]" mode="v:flow"/>
      </div>
      <aside class="panel" aria-label="About this document">
        <xsl:call-template name="v:participants">
          <xsl:with-param name="tei" select="$tei"/>
        </xsl:call-template>
        <section>
          <h2>About this document</h2>
          <xsl:call-template name="v:facts">
            <xsl:with-param name="tei" select="$tei"/>
          </xsl:call-template>
        </section>
      </aside>
      <div class="after">
        <xsl:call-template name="v:notes">
          <xsl:with-param name="tei" select="$tei"/>
        </xsl:call-template>
        <xsl:sequence select="v:persons-here($tei, $edition), v:entities-here($tei, $edition)"/>
        <xsl:call-template name="v:use">
          <xsl:with-param name="tei" select="$tei"/>
          <xsl:with-param name="edition" select="$edition"/>
        </xsl:call-template>
        <xsl:if test="$edition/(e:previous | e:next)">
          <xsl:call-template name="v:neighbours">
            <xsl:with-param name="edition" select="$edition"/>
          </xsl:call-template>
        </xsl:if>
      </div>
    </article>
  </xsl:template>

  <!-- 'Memorandum of conversation · 9 November 1962' -->
  <xsl:function name="v:kicker" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="string-join((v:type($header), v:dated(($header//creation/date)[1]))[. ne ''], ' · ')"/>
  </xsl:function>

  <!-- The notes, each with the way back to where it hangs: <note xml:id="fn2" v:n="2">A copy.</note> → <li id="fn2"
       value="2">… A copy. ↩</li> -->
  <xsl:template name="v:notes" as="element(h:section)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="notes" as="element(note)*" select="$tei/text//note"/>
    <xsl:if test="exists($notes)">
      <section class="notes" role="doc-endnotes" aria-labelledby="notes">
        <h2 id="notes">Notes</h2>
        <ol>
          <xsl:for-each select="$notes">
            <li id="{@xml:id}" value="{@v:n}">
              <a class="number" href="#{@xml:id}" aria-label="Link to note {@v:n}">{@v:n}</a>
              <div class="note">
                <xsl:apply-templates mode="v:flow"/>
                <xsl:if test="not(@v:floating)">
                  <xsl:text> </xsl:text>
                  <a class="back" href="#ref-{@xml:id}" role="doc-backlink" aria-label="Back to the text">↩</a>
                </xsl:if>
              </div>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The persons a document points to, with the office held at its date, and where else they occur: also the source
       of the cards: <person v:key="falk" v:sort="Falk, Ada">… → Falk, Ada · Minister of Ports · also January 1963 -->
  <xsl:function name="v:persons-here" as="element(h:section)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="day" as="xs:string" select="v:earliest(($tei/teiHeader//creation/date)[1])"/>
    <xsl:variable name="entries" as="element(h:li)*">
      <xsl:for-each select="$tei/teiHeader//person[@v:key]">
        <xsl:sort select="lower-case(@v:sort)"/>
        <xsl:variable name="offices" as="xs:string*" select="v:offices(., $day)"/>
        <xsl:variable name="role" as="xs:string" select="
            if (exists($offices)) then string-join($offices, '; ') else v:role(.)"/>
        <xsl:sequence select="v:entry('person', @v:key, @v:sort, $role, v:also($edition, 'person', @v:key))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="v:here('Persons in this document', $entries)"/>
  </xsl:function>

  <!-- The places and organizations that are named, in the same way: <orgName v:key="nato" …>NATO</orgName> → North
       Atlantic Treaty Organization · alliance -->
  <xsl:function name="v:entities-here" as="element(h:section)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="entries" as="element(h:li)*">
      <xsl:for-each-group select="$tei/text//(placeName | orgName)[@v:key]" group-by="local-name(), @v:key" composite="yes">
        <xsl:sort select="lower-case(v:named(.))"/>
        <xsl:variable name="kind" as="xs:string" select="if (self::orgName) then 'org' else 'place'"/>
        <xsl:sequence select="
            v:entry($kind, @v:key, v:named(.), string(v:entity(@ref, .)/@type), v:also($edition, $kind, @v:key))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="v:here('Places and organizations', $entries)"/>
  </xsl:function>

  <!-- What a name in the text means: <placeName ref="#london">the capital</placeName> → 'London' -->
  <xsl:function name="v:named" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="($name/v:entity(@ref, .) ! v:full-name(.), normalize-space($name))[1]"/>
  </xsl:function>

  <!-- A list of entries under a heading; no entries → nothing. -->
  <xsl:function name="v:here" as="element(h:section)?">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:param name="entries" as="element(h:li)*"/>
    <xsl:if test="exists($entries)">
      <section class="persons-here">
        <h2>{$heading}</h2>
        <ul>
          <xsl:sequence select="$entries"/>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- ('person', 'falk', 'Falk, Ada', 'Minister of Ports', …) →
       <li id="person-falk"><a href="../persons/falk.html">Falk, Ada</a> … -->
  <xsl:function name="v:entry" as="element(h:li)">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="also" as="element(h:span)?"/>
    <xsl:variable name="folders" as="map(xs:string, xs:string)" select="
        map { 'person': 'persons', 'place': 'places', 'org': 'organizations' }"/>
    <li id="{$kind}-{$key}">
      <a href="../{$folders($kind)}/{$key}.html">{$name}</a>
      <xsl:if test="$role ne ''">
        <span class="role">{$role}</span>
      </xsl:if>
      <xsl:sequence select="$also"/>
    </li>
  </xsl:function>

  <!-- Other documents: <elsewhere documents="5"><document id="a" date="1963"/></elsewhere> → also <a href="a.html">1963</a> and
       4 more -->
  <xsl:function name="v:also" as="element(h:span)?">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="elsewhere" as="element(e:elsewhere)?" select="
        key('v:elsewhere', $kind || ':' || $key, $edition/root())[1]"/>
    <xsl:if test="exists($elsewhere)">
      <span class="also">
        <xsl:text>also </xsl:text>
        <xsl:for-each select="$elsewhere/e:document">
          <xsl:text>{if (position() gt 1) then ' · ' else ''}</xsl:text>
          <a href="{@id}.html">{replace(@date, ', \d\d:\d\d$', '')}</a>
        </xsl:for-each>
        <xsl:variable name="more" as="xs:integer" select="xs:integer($elsewhere/@documents) - count($elsewhere/e:document)"/>
        <xsl:text>{if ($more gt 0) then ' and ' || $more || ' more' else ''}</xsl:text>
      </span>
    </xsl:if>
  </xsl:function>

  <!-- How to cite, and what to take away → “12. Memorandum of Conversation,” 9 November 1962. … and links to TEI,
       texts, BibTeX, CSL JSON -->
  <xsl:template name="v:use" as="element(h:section)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="id" as="xs:string" select="$tei/@xml:id"/>
    <section class="use">
      <h2>Cite and take away</h2>
      <p class="citation">{v:citation($tei, $edition)}</p>
      <ul class="downloads">
        <li><a href="../tei/{$id}.xml">TEI</a></li>
        <li><a href="../text/{$id}.txt">Reading text</a></li>
        <li><a href="../text/{$id}.diplomatic.txt">Diplomatic text</a></li>
        <li><a href="../text/{$id}.analysis.txt">Text for analysis</a></li>
        <xsl:if test="$tei/text//*[@v:turn]">
          <li><a href="../text/{$id}.speech.txt">Speech</a></li>
        </xsl:if>
        <li><a href="../cite/{$id}.bib">BibTeX</a></li>
        <li><a href="../cite/{$id}.json">CSL JSON</a></li>
      </ul>
      <p class="hint">What the marks in the TEI file mean is told in the <a href="../manual/index.html">encoding manual</a>.</p>
    </section>
  </xsl:template>

  <!-- Chicago style: “12. Memorandum of Conversation,” 9 November 1962. In Collection. Publisher. https://… -->
  <xsl:function name="v:citation" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="date" as="xs:string" select="v:dated(($tei/teiHeader//creation/date)[1])"/>
    <xsl:variable name="address" as="xs:string?" select="
        $edition/@url[. ne ''] ! (. || 'documents/' || $tei/@xml:id || '.html')"/>
    <xsl:sequence select="
        string-join(('“' || v:title($tei) || ',”', ($date, 'undated')[. ne ''][1] || '.',
        'In ' || $edition/@title || '.', $edition/@publisher[. ne ''] || '.', $address ! (. || '.'))[. ne '.'], ' ')"/>
  </xsl:function>

  <!-- The documents before and after: <next id="b" title="B" date="1963"/> → <a rel="next" href="b.html">Next · 1963
       B</a> -->
  <xsl:template name="v:neighbours" as="element(h:nav)">
    <xsl:param name="edition" as="element(e:edition)"/>
    <nav class="neighbours" aria-label="Documents">
      <xsl:for-each select="$edition/e:previous">
        <a rel="prev" href="{@id}.html"><span>Previous{@date[. ne ''] ! (' · ' || .)}</span>{@title}</a>
      </xsl:for-each>
      <xsl:for-each select="$edition/e:next">
        <a rel="next" href="{@id}.html"><span>Next{@date[. ne ''] ! (' · ' || .)}</span>{@title}</a>
      </xsl:for-each>
    </nav>
  </xsl:template>

  <!-- schema.org for search engines → <script type="application/ld+json">{"@type": "ArchiveComponent", "name": "12.
       Memorandum …"} -->
  <xsl:function name="v:linked-data" as="element(h:script)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="facts" as="map(xs:string, item())" select="
        map:merge((
          map { '@context': 'https://schema.org', '@type': 'ArchiveComponent', 'name': v:title($tei),
            'isPartOf': map { '@type': 'Collection', 'name': string($edition/@title) } },
          (v:earliest(($tei/teiHeader//creation/date)[1]))[. ne ''] ! map { 'dateCreated': . },
          $edition/@licence[. ne ''] ! map { 'license': string(.) }))"/>
    <script type="application/ld+json">
      <xsl:sequence select="replace(serialize($facts, map { 'method': 'json' }), '&lt;', '\\u003c')"/>
    </script>
  </xsl:function>

  <!-- A sentence for search engines: the first words of the text: <p>one two …</p> → 'one two … thirty …' -->
  <xsl:function name="v:description" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(string-join(($tei/text//p)[position() le 2], ' '))"/>
    <xsl:sequence select="string-join($words[position() le 30], ' ') || (if (count($words) gt 30) then ' …' else '')"/>
  </xsl:function>

</xsl:stylesheet>
